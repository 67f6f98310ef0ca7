import type { Assertion } from '../authentication/singleSignOn.ts'
import { formText } from './form.ts'

/** What the form of the identity provider's page asserts. */
export function assertionIn(form: Record<string, unknown>): Assertion {
  const email = formText(form, 'email').trim()
  return {
    email,
    idp_id: formText(form, 'idp_id').trim() || email.toLowerCase(),
    first_name: formText(form, 'first_name').trim() || null,
    last_name: formText(form, 'last_name').trim() || null,
    groups: formText(form, 'groups').split(',').map(trimmed).filter(Boolean),
    custom_attributes: attributesIn(formText(form, 'custom_attributes')),
  }
}

/** Attributes as the form shows them: one per line. */
export const attributeLines = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

function attributesIn(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .split('\n')
      .map((line) => line.split('='))
      .map(([name = '', ...value]) => [name.trim(), value.join('=').trim()])
      .filter(([name]) => name !== ''),
  )
}

const trimmed = (text: string): string => text.trim()
