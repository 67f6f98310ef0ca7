import { organizationDomains } from '@latchkey/core/contract'
import { callApi } from '../../administration/callApi.ts'
import { Badge, Section } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import type { AboutOrganization } from './about.ts'

/** What is done to the domains of an organization. */
export const domainActions: Record<string, Action> = {
  domains: async ({ context, form, param }) => {
    const organization_id = param('organization')
    const domain = form.required('domain', 'A domain')
    await callApi(context, organizationDomains.create, { body: { domain, organization_id } })
    return { to: `organizations/${organization_id}`, notice: `${domain} waits to be verified.` }
  },
  'domains/:domain/verify': async ({ context, param }) => {
    await callApi(context, organizationDomains.verify, { params: { id: param('domain') } })
    return { to: `organizations/${param('organization')}`, notice: 'The domain is verified.' }
  },
  'domains/:domain/delete': async ({ context, param }) => {
    await callApi(context, organizationDomains.delete, { params: { id: param('domain') } })
    return { to: `organizations/${param('organization')}`, notice: 'The domain is deleted.' }
  },
}

/** The domains of an organization. */
export function OrganizationDomains({ organization }: AboutOrganization) {
  const to = `organizations/${organization.id}/domains`
  return (
    <Section title="Domains">
      {organization.domains.length > 0 && (
        <ul class="list">
          {organization.domains.map(({ id, domain, state }) => (
            <li data-key={id} key={id}>
              <span>
                {domain} {state !== 'verified' && <Badge tone="warn">{state}</Badge>}
              </span>
              <span class="acts">
                {state !== 'verified' && (
                  <Act to={`${to}/${id}/verify`} label={`Verify ${domain}`}>
                    Verify
                  </Act>
                )}
                <Act to={`${to}/${id}/delete`} label={`Delete ${domain}`} danger>
                  Delete
                </Act>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Form to={to} class="inline grows" label="Add a domain">
        <input name="domain" aria-label="Domain" placeholder="example.com" required />
        <button type="submit" class="small">
          Add
        </button>
      </Form>
    </Section>
  )
}
