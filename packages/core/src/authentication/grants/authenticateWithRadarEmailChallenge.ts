import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithRadarEmailChallenge}. */
export interface RadarEmailChallengeGrant extends Visitor {
  /** The six digits of the mail. */
  readonly code: string
  readonly radarChallengeId: string
  /** Of the outcome `radar-email-challenge`. */
  readonly pendingAuthenticationToken: string
}

/** Answers Radar's challenge by email, and goes on with the sign-in that raised it. */
export function authenticateWithRadarEmailChallenge(
  context: Context,
  grant: RadarEmailChallengeGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:radar-email-challenge:code',
    ...confidentialClient(context),
    code: grant.code,
    radar_challenge_id: grant.radarChallengeId,
    pending_authentication_token: grant.pendingAuthenticationToken,
    ...visitorOf(grant),
  })
}
