import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { InvitationRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { isConsumerDomain } from './consumerDomains.ts'
import { domainOf } from './policy.ts'

/** What has become of an invitation by now. */
export function invitationState(
  { clock }: Environment,
  invitation: InvitationRecord,
): InvitationRecord['state'] | 'expired' {
  const lapsed = invitation.state === 'pending' && Date.parse(invitation.expires_at) <= clock.now()
  return lapsed ? 'expired' : invitation.state
}

/** The invitation that a token stands for, as long as it can be accepted. */
export function findOpenInvitation(
  environment: Environment,
  token: string,
): InvitationRecord | undefined {
  const invitation = environment.store.invitations.find((each) => each.token === token)
  return invitation && invitationState(environment, invitation) === 'pending'
    ? invitation
    : undefined
}

/**
 * Whether somebody with the address may accept: an invitation to the product takes anybody; one to
 * an organization takes the invited address, and its whole domain where that is a company's own.
 */
export function isInvited({ email, organization_id }: InvitationRecord, address: string): boolean {
  if (organization_id === null || email.toLowerCase() === address.toLowerCase()) return true
  const domain = domainOf(email)
  return domain === domainOf(address) && !isConsumerDomain(domain)
}

/** Accepts: the user becomes a member of the organization, in the role of the invitation. */
export function acceptInvitation(
  environment: Environment,
  { invitation, user }: { invitation: InvitationRecord; user: UserRecord },
): InvitationRecord {
  const { store, clock } = environment
  const at = isoTime(clock.now())
  if (invitation.organization_id !== null) {
    joinOrganization(environment, {
      userId: user.id,
      organizationId: invitation.organization_id,
      role: invitation.role_slug ?? undefined,
    })
  }
  return store.invitations.update(invitation.id, {
    state: 'accepted',
    accepted_at: at,
    accepted_user_id: user.id,
    updated_at: at,
  })
}

/** Makes somebody an active member; one who is a member already keeps their roles. */
export function joinOrganization(
  { store, clock }: Environment,
  joining: { userId: string; organizationId: string; role?: string | undefined },
): void {
  const { userId, organizationId, role } = joining
  const at = isoTime(clock.now())
  const existing = store.memberships.find(
    ({ user_id, organization_id }) => user_id === userId && organization_id === organizationId,
  )
  if (existing) {
    if (existing.status === 'active') return
    store.memberships.update(existing.id, {
      status: 'active',
      ...(role !== undefined && { role_slugs: [role] }),
      updated_at: at,
    })
    return
  }
  store.memberships.insert({
    id: newId('membership', clock.now()),
    user_id: userId,
    organization_id: organizationId,
    status: 'active',
    role_slugs: [role ?? 'member'],
    directory_managed: false,
    custom_attributes: {},
    created_at: at,
    updated_at: at,
  })
}
