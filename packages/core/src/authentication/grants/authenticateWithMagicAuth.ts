import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithMagicAuth}. */
export interface MagicAuthGrant extends Visitor {
  /** The six digits of the mail. */
  readonly code: string
  /** The address that the code was sent to. */
  readonly email: string
  /** Lets a stranger sign up, and join the organization that invited them. */
  readonly invitationToken?: string | undefined
  /** Links the address to the sign-in that this code came from. */
  readonly linkAuthorizationCode?: string | undefined
  /** Radar's id of what its script saw in the browser. */
  readonly signalsId?: string | undefined
  /** Of the code's creation, so that Radar sees both as one. */
  readonly radarAuthAttemptId?: string | undefined
}

/** Signs in with the code of a Magic Auth mail; proves the address on the way. */
export function authenticateWithMagicAuth(
  context: Context,
  grant: MagicAuthGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:magic-auth:code',
    ...confidentialClient(context),
    code: grant.code,
    email: grant.email,
    invitation_token: grant.invitationToken,
    link_authorization_code: grant.linkAuthorizationCode,
    signals_id: grant.signalsId,
    radar_auth_attempt_id: grant.radarAuthAttemptId,
    ...visitorOf(grant),
  })
}
