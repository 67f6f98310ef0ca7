import type { Environment } from '../environment.ts'
import type {
  FactorRecord,
  InvitationRecord,
  Proof,
  SuspicionRecord,
} from '../store/authenticationRecords.ts'
import type { OrganizationRecord, UserRecord } from '../store/records.ts'
import { verifiedFactors } from './factor.ts'
import { invitationState, isInvited } from './invitation.ts'
import { allows, domainPolicy, type OrganizationPolicy, organizationPolicy } from './policy.ts'
import { suspicionOf } from './radar.ts'
import { settingsOf } from './settings.ts'

/** What still stands between a right credential and a session, in the documented order. */
export type Requirement =
  /** Radar is not sure that it is them. */
  | { type: 'answer-radar'; suspicion: SuspicionRecord }
  | { type: 'verify-email' }
  /** The policy of the address's domain, or of the organization, wants another way in. */
  | { type: 'use-other-method'; policy: OrganizationPolicy; because: 'domain' | 'organization' }
  | { type: 'enroll-factor' }
  | { type: 'challenge-factor'; factors: FactorRecord[] }
  | { type: 'choose-organization'; organizations: OrganizationRecord[] }
  | { type: 'not-a-member'; organizationId: string }
  | {
      type: 'invitation-refused'
      reason: 'invalid' | 'wrong-address'
      invitation: InvitationRecord
    }
  | {
      type: 'satisfied'
      organizationId: string | null
      /** To be accepted as the session begins. */
      invitation: InvitationRecord | null
    }

/** A sign-in on its way. */
export type Attempt = {
  proof: Proof
  /** The organization that was asked for or chosen. */
  organizationId: string | null
  invitationId: string | null
}

/**
 * Decides what is asked of somebody whose credential was right: an answer for Radar, a verified address, a way in that
 * the policies allow, a second factor where one is wanted, and one organization: the only one, the
 * chosen one, or none for those who belong to none.
 */
export function nextRequirement(
  environment: Environment,
  { user, attempt }: { user: UserRecord; attempt: Attempt },
): Requirement {
  const { proof } = attempt
  const suspicion = suspicionOf(environment, { user, proof })
  if (suspicion) return { type: 'answer-radar', suspicion }
  if (!user.email_verified && proof.method !== 'Impersonation') return { type: 'verify-email' }

  const domain = domainPolicy(environment, user.email)
  if (domain && !allows(domain, proof)) {
    return { type: 'use-other-method', policy: domain, because: 'domain' }
  }
  const invitation = environment.store.invitations.get(attempt.invitationId ?? '') ?? null
  if (invitation && !isAcceptable(environment, invitation, user)) {
    const open = invitationState(environment, invitation) === 'pending'
    return { type: 'invitation-refused', reason: open ? 'wrong-address' : 'invalid', invitation }
  }

  const organizations = activeOrganizations(environment, user.id)
  const wanted = attempt.organizationId ?? invitation?.organization_id ?? null
  const chosen = wanted ?? (organizations.length === 1 ? (organizations[0]?.id ?? null) : null)
  const policy = chosen === null ? undefined : policyOf(environment, chosen)
  if (chosen !== null) {
    const member = organizations.some(({ id }) => id === chosen)
    if (!policy || (!member && invitation?.organization_id !== chosen)) {
      return { type: 'not-a-member', organizationId: chosen }
    }
    if (!allows(policy, proof)) {
      return { type: 'use-other-method', policy, because: 'organization' }
    }
  }
  if (needsFactor(environment, proof, policy)) {
    const factors = verifiedFactors(environment, user.id)
    return factors.length > 0 ? { type: 'challenge-factor', factors } : { type: 'enroll-factor' }
  }
  if (chosen === null && organizations.length > 1) {
    return { type: 'choose-organization', organizations }
  }
  return { type: 'satisfied', organizationId: chosen, invitation }
}

/** The organizations that a user may act in, by name. */
export function activeOrganizations({ store }: Environment, userId: string): OrganizationRecord[] {
  return store.memberships
    .filter(({ user_id, status }) => user_id === userId && status === 'active')
    .flatMap(({ organization_id }) => store.organizations.get(organization_id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name))
}

function isAcceptable(
  environment: Environment,
  invitation: InvitationRecord,
  user: UserRecord,
): boolean {
  const open = invitationState(environment, invitation) === 'pending'
  return open && isInvited(invitation, user.email)
}

function policyOf(
  environment: Environment,
  organizationId: string,
): OrganizationPolicy | undefined {
  const organization = environment.store.organizations.get(organizationId)
  return organization && organizationPolicy(environment, organization)
}

/** Identity providers have their own second factors; those who act as others have none of theirs. */
function needsFactor(
  environment: Environment,
  proof: Proof,
  policy: OrganizationPolicy | undefined,
): boolean {
  if (proof.mfa || proof.method === 'SSO' || proof.method === 'Impersonation') return false
  return settingsOf(environment).mfa || (policy?.mfa ?? false)
}
