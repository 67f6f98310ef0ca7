import type { Environment } from '../environment.ts'
import type { RoleRecord } from '../store/records.ts'
import type { OrganizationRoleRecord } from '../store/resourceRecords.ts'

/** Every role that counts in an organization: the environment's, then its own. */
export function rolesIn(
  { store }: Environment,
  organizationId: string,
): (RoleRecord | OrganizationRoleRecord)[] {
  return [
    ...store.roles.all(),
    ...store.organizationRoles.filter(({ organization_id }) => organization_id === organizationId),
  ]
}

/** A role of an organization by its slug, its own or inherited. */
export const findRoleIn = (
  environment: Environment,
  wanted: { organizationId: string; slug: string },
): RoleRecord | undefined =>
  rolesIn(environment, wanted.organizationId).find(({ slug }) => slug === wanted.slug)
