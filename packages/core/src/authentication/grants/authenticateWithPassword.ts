import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithPassword}. */
export interface PasswordGrant extends Visitor {
  readonly email: string
  readonly password: string
  /** Joins the organization that sent the invitation. */
  readonly invitationToken?: string | undefined
  /** Radar's id of what its script saw in the browser. */
  readonly signalsId?: string | undefined
  /** Of the user's creation, so that Radar sees both as one. */
  readonly radarAuthAttemptId?: string | undefined
}

/** Signs in with email address and password. */
export function authenticateWithPassword(
  context: Context,
  grant: PasswordGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'password',
    ...confidentialClient(context),
    email: grant.email,
    password: grant.password,
    invitation_token: grant.invitationToken,
    signals_id: grant.signalsId,
    radar_auth_attempt_id: grant.radarAuthAttemptId,
    ...visitorOf(grant),
  })
}
