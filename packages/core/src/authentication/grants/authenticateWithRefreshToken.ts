import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { type ClientKind, clientOf } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithRefreshToken}. */
export interface RefreshTokenGrant extends Visitor {
  readonly refreshToken: string
  /** Switches to this organization; the session's own where left out. */
  readonly organizationId?: string | undefined
  /** `public` sends no API key, for sessions that began without one. */
  readonly client?: ClientKind | undefined
}

/** Exchanges a refresh token for the next pair of tokens. The old one is spent by this. */
export function authenticateWithRefreshToken(
  context: Context,
  grant: RefreshTokenGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'refresh_token',
    ...clientOf(context, grant.client),
    refresh_token: grant.refreshToken,
    organization_id: grant.organizationId,
    ...visitorOf(grant),
  })
}
