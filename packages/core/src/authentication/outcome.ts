import { camelize } from '../client/casing.ts'
import type { AuthenticateResultWire } from '../contract/index.ts'
import { ApiRejectedError, ApiResponseError, ApiUnavailableError } from '../errors.ts'
import type { Impersonator, Session } from '../session/seal.ts'

/** A provider's own tokens, where its connection is configured to hand them on. */
export interface OAuthTokens {
  readonly provider: string
  readonly accessToken: string
  readonly refreshToken: string
  /** Seconds since the epoch. */
  readonly expiresAt: number
  readonly scopes: readonly string[]
}

/** The grant was accepted. */
export interface Authenticated {
  readonly status: 'authenticated'
  readonly session: Session
  /** The provider's tokens; they are not part of the session and are not kept by the kit. */
  readonly oauthTokens: OAuthTokens | undefined
}

/** WorkOS refused the grant, for good: the same input will be refused again. */
export interface AuthenticationFailed {
  readonly status: 'failed'
  /** WorkOS's own code, e.g. `invalid_grant`; `api_response_invalid` for an unknown answer. */
  readonly code: string
  readonly requestId: string | undefined
}

/** WorkOS cannot answer now; the same input may work later. */
export interface AuthenticationUnavailable {
  readonly status: 'unavailable'
  /** Seconds to wait, where WorkOS said so. */
  readonly retryAfter: number | undefined
}

/** What a grant can end in. */
export type AuthenticationOutcome = Authenticated | AuthenticationFailed | AuthenticationUnavailable

/** Turns the answer of the token endpoint into an outcome; other errors pass through. */
export async function outcomeOf(
  answer: Promise<AuthenticateResultWire>,
): Promise<AuthenticationOutcome> {
  try {
    return toAuthenticated(await answer)
  } catch (error) {
    if (error instanceof ApiRejectedError) {
      return { status: 'failed', code: error.apiCode, requestId: error.requestId }
    }
    if (error instanceof ApiResponseError) {
      return { status: 'failed', code: error.code, requestId: error.requestId }
    }
    if (error instanceof ApiUnavailableError) {
      return { status: 'unavailable', retryAfter: error.retryAfter }
    }
    throw error
  }
}

function toAuthenticated(wire: AuthenticateResultWire): Authenticated {
  const { user, impersonator } = wire
  return {
    status: 'authenticated',
    session: {
      accessToken: wire.access_token,
      refreshToken: wire.refresh_token,
      user: camelize(user),
      ...(impersonator && { impersonator: impersonator satisfies Impersonator }),
      ...(wire.authentication_method && { authenticationMethod: wire.authentication_method }),
    },
    oauthTokens: wire.oauth_tokens && camelize(wire.oauth_tokens),
  }
}
