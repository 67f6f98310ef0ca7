import { DEFAULT_TIMEOUT } from '../client/settings.ts'
import { send } from '../client/transport.ts'
import type { Context } from '../context.ts'
import { authentication, type GrantWire } from '../contract/index.ts'
import { type AuthenticationOutcome, outcomeOf } from './outcome.ts'

/** What WorkOS may be told about the person's device. */
export interface Visitor {
  readonly ipAddress?: string | undefined
  readonly userAgent?: string | undefined
}

/** Input of {@link authenticateWithCode}. */
export interface CodeGrant extends Visitor {
  /** From the callback's query; works once. */
  readonly code: string
  /** The verifier whose challenge began the sign-in (RFC 7636). */
  readonly codeVerifier: string
  readonly invitationToken?: string
}

/** Input of {@link authenticateWithRefreshToken}. */
export interface RefreshTokenGrant extends Visitor {
  readonly refreshToken: string
  /** Switches to this organization; the session's own where left out. */
  readonly organizationId?: string | undefined
}

/** Redeems the code that the callback received. */
export function authenticateWithCode(
  context: Context,
  { code, codeVerifier, invitationToken, ...visitor }: CodeGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'authorization_code',
    ...clientOf(context),
    code,
    code_verifier: codeVerifier,
    invitation_token: invitationToken,
    ...visitorOf(visitor),
  })
}

/** Exchanges a refresh token for the next pair of tokens. The old one is spent by this. */
export function authenticateWithRefreshToken(
  context: Context,
  { refreshToken, organizationId, ...visitor }: RefreshTokenGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'refresh_token',
    ...clientOf(context),
    refresh_token: refreshToken,
    organization_id: organizationId,
    ...visitorOf(visitor),
  })
}

function authenticate(context: Context, grant: GrantWire): Promise<AuthenticationOutcome> {
  const { method, path, result } = authentication.authenticate
  return outcomeOf(
    send(context, {
      method,
      path,
      body: grant,
      bearer: false,
      result,
      timeout: DEFAULT_TIMEOUT,
    }),
  )
}

function clientOf({ config }: Context) {
  return { client_id: config.clientId, client_secret: config.apiKey }
}

function visitorOf({ ipAddress, userAgent }: Visitor) {
  return { ip_address: ipAddress, user_agent: userAgent }
}
