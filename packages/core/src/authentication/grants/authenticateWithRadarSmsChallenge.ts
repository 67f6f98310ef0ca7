import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithRadarSmsChallenge}. */
export interface RadarSmsChallengeGrant extends Visitor {
  /** The digits of the message. */
  readonly code: string
  /** Of the outcome `radar-sms-challenge`. */
  readonly pendingAuthenticationToken: string
  /** What a sign-up had verified; a sign-in leaves it out. */
  readonly verification?:
    | { readonly verificationId: string; readonly phoneNumber: string }
    | undefined
}

/** Answers Radar's challenge by SMS, and goes on with the sign-in that raised it. */
export function authenticateWithRadarSmsChallenge(
  context: Context,
  grant: RadarSmsChallengeGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:radar-sms-challenge:code',
    ...confidentialClient(context),
    code: grant.code,
    verification_id: grant.verification?.verificationId,
    phone_number: grant.verification?.phoneNumber,
    pending_authentication_token: grant.pendingAuthenticationToken,
    ...visitorOf(grant),
  })
}
