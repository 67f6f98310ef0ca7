import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord, ProfileRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { joinOrganization } from './invitation.ts'
import { domainOf, organizationOfDomain } from './policy.ts'
import { createUser, findUserByEmail } from './user.ts'

/** What an identity provider says about somebody. */
export type Assertion = Pick<
  ProfileRecord,
  'idp_id' | 'email' | 'first_name' | 'last_name' | 'groups' | 'custom_attributes'
>

/** Takes an identity provider's word: keeps the profile as it is now. */
export function saveProfile(
  { store, clock }: Environment,
  { connection, assertion }: { connection: ConnectionRecord; assertion: Assertion },
): ProfileRecord {
  const known = store.profiles.find(
    ({ connection_id, idp_id }) => connection_id === connection.id && idp_id === assertion.idp_id,
  )
  if (known) return store.profiles.update(known.id, assertion)
  return store.profiles.insert({
    id: newId('profile', clock.now()),
    connection_id: connection.id,
    ...assertion,
    user_id: null,
  })
}

/**
 * The user that an identity provider vouches for, made where there is none, and a member of the
 * connection's organization. Whoever deactivated the membership is not overruled.
 */
export function provisionUser(
  environment: Environment,
  { connection, assertion }: { connection: ConnectionRecord; assertion: Assertion },
): UserRecord {
  const { store, clock } = environment
  const profile = saveProfile(environment, { connection, assertion })
  const { email, first_name, last_name } = assertion
  // The organization has proved that the domain is its own, and with it every address there.
  const { organization_id: organizationId } = connection
  const ownsAddress = organizationOfDomain(environment, domainOf(email))?.id === organizationId
  const found = store.users.get(profile.user_id ?? '') ?? findUserByEmail(environment, email)
  const user =
    found ??
    createUser(environment, {
      email,
      first_name,
      last_name,
      email_verified: ownsAddress,
      password: { type: 'none' },
    })
  store.profiles.update(profile.id, { user_id: user.id })
  const membership = store.memberships.find(
    (each) => each.user_id === user.id && each.organization_id === organizationId,
  )
  if (organizationId !== null && membership?.status !== 'inactive') {
    joinOrganization(environment, { userId: user.id, organizationId })
  }
  const proves = ownsAddress && user.email.toLowerCase() === email.toLowerCase()
  return proves && !user.email_verified
    ? store.users.update(user.id, { email_verified: true, updated_at: isoTime(clock.now()) })
    : user
}

/** Whether a standalone sign-in may bring in an address: one of the organization's own, unless it takes any. */
export function isAllowedIn(
  environment: Environment,
  { connection, email }: { connection: ConnectionRecord; email: string },
): boolean {
  const organization = environment.store.organizations.get(connection.organization_id ?? '')
  if (!organization || organization.allow_profiles_outside_organization) return true
  return organizationOfDomain(environment, domainOf(email))?.id === organization.id
}
