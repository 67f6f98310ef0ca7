import type { Environment } from '../environment.ts'
import type { OrganizationRecord } from '../store/records.ts'

/** The organization that a seed refers to by its name, id or external id. */
export function organizationNamed({ store }: Environment, reference: string): OrganizationRecord {
  const organization = store.organizations.find(({ id, name, external_id }) =>
    [id, name, external_id].includes(reference),
  )
  if (!organization) throw new Error(`The seed names no organization "${reference}".`)
  return organization
}
