import { camelize } from '../client/casing.ts'
import type { AuthenticateResultWire } from '../contract/index.ts'
import type { Impersonator, Session } from '../session/seal.ts'
import type { AuthenticationFailed } from './failure.ts'
import type { NextStep } from './nextStep.ts'

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
  /** A code that another application of the same environment may redeem. */
  readonly authkitAuthorizationCode: string | undefined
}

/** WorkOS cannot answer now; the same input may work later. */
export interface AuthenticationUnavailable {
  readonly status: 'unavailable'
  /** Seconds to wait, where WorkOS said so. */
  readonly retryAfter: number | undefined
  /** WorkOS's own code, e.g. `daily_quota_exceeded`, where it gave one. */
  readonly rawCode: string | undefined
}

/**
 * What a grant can end in: signed in, a next step, refused, or not answered now. Told apart by
 * `status`.
 *
 * @example
 * ```ts
 * import type { AuthenticationOutcome } from '@latchkey/core'
 *
 * function explain(outcome: AuthenticationOutcome): string {
 *   switch (outcome.status) {
 *     case 'authenticated':
 *       return `Welcome, ${outcome.session.user.email}.`
 *     case 'organization-selection':
 *       return `Choose one of ${outcome.organizations.map(({ name }) => name).join(', ')}.`
 *     case 'failed':
 *       return `No: ${outcome.code}.`
 *     default:
 *       return `Next: ${outcome.status}.`
 *   }
 * }
 * ```
 */
export type AuthenticationOutcome =
  | Authenticated
  | NextStep
  | AuthenticationFailed
  | AuthenticationUnavailable

/** The outcome of a grant that was accepted. */
export function toAuthenticated(wire: AuthenticateResultWire): Authenticated {
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
    authkitAuthorizationCode: wire.authkit_authorization_code,
  }
}
