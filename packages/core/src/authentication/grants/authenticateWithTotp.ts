import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithTotp}. */
export interface TotpGrant extends Visitor {
  /** The six digits of the authenticator application (RFC 6238). */
  readonly code: string
  /** Of the outcome `mfa-challenge` or `mfa-enrollment`. */
  readonly pendingAuthenticationToken: string
  /** Of the factor's challenge, or of its enrolment. */
  readonly authenticationChallengeId: string
}

/** Proves a second factor, and goes on with the sign-in that asked for it. */
export function authenticateWithTotp(
  context: Context,
  grant: TotpGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:mfa-totp',
    ...confidentialClient(context),
    code: grant.code,
    pending_authentication_token: grant.pendingAuthenticationToken,
    authentication_challenge_id: grant.authenticationChallengeId,
    ...visitorOf(grant),
  })
}
