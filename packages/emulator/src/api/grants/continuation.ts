import { sendEmailVerification } from '../../authentication/emailVerification.ts'
import { type OrganizationPolicy, requiresSso } from '../../authentication/policy.ts'
import { noteRisk, sendRadarEmail, sendRadarSms } from '../../authentication/radar.ts'
import type { Requirement } from '../../authentication/requirement.ts'
import { signInMethods } from '../../authentication/signInMethod.ts'
import { presentUser } from '../../authentication/user.ts'
import type { Environment } from '../../environment.ts'
import type { SuspicionRecord } from '../../store/authenticationRecords.ts'
import type { UserRecord } from '../../store/records.ts'
import { type ApiError, oauthError, plainError } from '../apiError.ts'
import type { GrantAttempt } from './conclude.ts'
import { suspend } from './pendingAuthentication.ts'

type Unmet = Exclude<Requirement, { type: 'satisfied' }>

/**
 * The error that a requirement is told by, with the pending authentication token to go on with.
 * The envelope belongs to the error: both of them are in use.
 */
export function continuationError(
  environment: Environment,
  options: { requirement: Unmet; user: UserRecord; attempt: GrantAttempt },
): ApiError {
  const { requirement, user, attempt } = options
  const pending = () => ({ pending_authentication_token: suspend(environment, attempt) })
  switch (requirement.type) {
    case 'answer-radar':
      return radarError(environment, {
        suspicion: requirement.suspicion,
        user,
        attempt,
        more: { ...pending(), user: presentUser(user) },
      })
    case 'verify-email':
      return plainError(
        403,
        'email_verification_required',
        'Email ownership must be verified before authentication.',
        {
          ...pending(),
          email: user.email,
          email_verification_id: sendEmailVerification(environment, user).id,
        },
      )
    case 'enroll-factor':
      return plainError(
        403,
        'mfa_enrollment',
        'The user must enroll in MFA to finish authenticating.',
        { ...pending(), user: presentUser(user) },
      )
    case 'challenge-factor':
      return plainError(
        403,
        'mfa_challenge',
        'The user must complete an MFA challenge to finish authenticating.',
        {
          ...pending(),
          user: presentUser(user),
          authentication_factors: requirement.factors.map(({ id, type }) => ({ id, type })),
        },
      )
    case 'choose-organization':
      return plainError(
        403,
        'organization_selection_required',
        'The user must choose an organization to finish their authentication.',
        {
          ...pending(),
          user: presentUser(user),
          organizations: requirement.organizations.map(({ id, name }) => ({ id, name })),
        },
      )
    case 'use-other-method':
      return requirement.because === 'organization' && requiresSso(requirement.policy)
        ? ssoRequired(requirement.policy, { ...pending(), email: user.email })
        : otherMethodRequired(requirement.policy, { ...pending(), email: user.email })
    case 'not-a-member':
      return membershipMissing(requirement.organizationId)
    case 'invitation-refused':
      return requirement.reason === 'wrong-address'
        ? oauthError(
            'invitation_cannot_be_used_for_email',
            `The invitation cannot be used for '${user.email}'.`,
          )
        : oauthError('invitation_invalid', 'The invitation is not valid.')
  }
}

/** Radar's question, which is sent at once where it is known where to. */
function radarError(
  environment: Environment,
  asked: {
    suspicion: SuspicionRecord
    user: UserRecord
    attempt: GrantAttempt
    more: Record<string, unknown>
  },
): ApiError {
  const { suspicion, user, attempt, more } = asked
  noteRisk(environment, { user, method: attempt.proof.method, visitor: attempt })
  if (suspicion.challenge === 'email') {
    const { id } = sendRadarEmail(environment, user)
    return plainError(403, 'radar_challenge', 'The user must complete a Radar challenge.', {
      ...more,
      radar_challenge_id: id,
    })
  }
  if (suspicion.phone_number === null) {
    return plainError(
      403,
      'radar_sign_up_challenge',
      'The user must verify a phone number to finish authenticating.',
      more,
    )
  }
  sendRadarSms(environment, { user, phoneNumber: suspicion.phone_number })
  return plainError(
    403,
    'radar_sms_sign_in_challenge',
    'The user must enter the code that was sent to their phone.',
    more,
  )
}

/** The organization takes nothing but its identity provider. */
export const ssoRequired = (
  { connections }: OrganizationPolicy,
  more: { email: string; pending_authentication_token: string | null },
): ApiError =>
  oauthError('sso_required', 'User must authenticate using one of the matching connections.', {
    ...more,
    connection_ids: connections.map(({ id }) => id),
  })

/** The organization takes some ways in, and this was none of them. */
export const otherMethodRequired = (
  { methods, connections }: OrganizationPolicy,
  more: { email: string; pending_authentication_token: string | null },
): ApiError =>
  oauthError(
    'organization_authentication_methods_required',
    'User must authenticate using one of the methods allowed by the organization.',
    {
      ...more,
      sso_connection_ids: methods?.includes('sso') ? connections.map(({ id }) => id) : [],
      auth_methods: Object.fromEntries(
        signInMethods
          .filter((method) => method !== 'sso')
          .map((method) => [method, methods?.includes(method) ?? true]),
      ),
    },
  )

/** The user does not belong there. */
export const membershipMissing = (organizationId: string): ApiError =>
  oauthError(
    'organization_membership_not_found',
    `The user is not a member of the organization '${organizationId}'.`,
  )
