import type { Environment } from '../environment.ts'
import type { OrganizationRecord, UserRecord } from '../store/records.ts'

/** What still stands between a right credential and a session, in the documented order. */
export type Requirement =
  | { type: 'verify-email' }
  | { type: 'choose-organization'; organizations: OrganizationRecord[] }
  | { type: 'not-a-member'; organizationId: string }
  | { type: 'satisfied'; organizationId: string | null }

/**
 * Decides what is asked of somebody whose credential was right: an address must be verified; one
 * active membership is chosen for its owner, several are put to the choice, none means none.
 */
export function nextRequirement(
  environment: Environment,
  options: { user: UserRecord; organizationId: string | null },
): Requirement {
  const { user, organizationId } = options
  if (!user.email_verified) return { type: 'verify-email' }

  const organizations = activeOrganizations(environment, user.id)
  if (organizationId !== null) {
    return organizations.some(({ id }) => id === organizationId)
      ? { type: 'satisfied', organizationId }
      : { type: 'not-a-member', organizationId }
  }
  const [only, ...others] = organizations
  if (others.length > 0) return { type: 'choose-organization', organizations }
  return { type: 'satisfied', organizationId: only?.id ?? null }
}

/** The organizations that a user may act in, by name. */
export function activeOrganizations({ store }: Environment, userId: string): OrganizationRecord[] {
  return store.memberships
    .filter(({ user_id, status }) => user_id === userId && status === 'active')
    .flatMap(({ organization_id }) => store.organizations.get(organization_id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name))
}
