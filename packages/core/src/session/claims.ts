import { decodeJwt } from 'jose/jwt/decode'
import { type AccessTokenClaimsWire, accessTokenClaimsSchema } from '../contract/index.ts'

/**
 * What the access token says about the session. Times are seconds since the epoch. `Declared` is
 * what the product declares beside: `SessionClaims<CustomClaims<typeof schema>>`.
 */
export type SessionClaims<Declared = unknown> = WorkOSClaims & Declared

interface WorkOSClaims {
  readonly userId: string
  /** WorkOS's id of the session, `session_…`; logout and revocation need it. */
  readonly sessionId: string
  readonly organizationId: string | undefined
  readonly role: string | undefined
  readonly roles: readonly string[]
  readonly permissions: readonly string[]
  readonly entitlements: readonly string[]
  readonly featureFlags: readonly string[]
  /** Email of the WorkOS team member who acts as the user (the `act` claim). */
  readonly actor: string | undefined
  /** When the person last proved who they are; a refresh does not change it. */
  readonly authTime: number | undefined
  readonly issuedAt: number
  readonly expiresAt: number
}

/** Reads verified claims; `undefined` where a required one is missing. */
export function toSessionClaims(payload: unknown): SessionClaims | undefined {
  const parsed = accessTokenClaimsSchema.safeParse(payload)
  return parsed.success ? fromWire(parsed.data) : undefined
}

/**
 * Reads the claims of a token without checking its signature. Only for a token that came straight
 * from WorkOS's token endpoint over TLS (OpenID Connect Core 1.0, section 3.1.3.7, item 6).
 */
export function decodeSessionClaims(accessToken: string): SessionClaims | undefined {
  try {
    return toSessionClaims(decodeJwt(accessToken))
  } catch {
    return undefined
  }
}

function fromWire(claims: AccessTokenClaimsWire): SessionClaims {
  return {
    userId: claims.sub,
    sessionId: claims.sid,
    organizationId: claims.org_id,
    role: claims.role,
    roles: claims.roles ?? (claims.role === undefined ? [] : [claims.role]),
    permissions: claims.permissions ?? [],
    entitlements: claims.entitlements ?? [],
    featureFlags: claims.feature_flags ?? [],
    actor: claims.act?.sub,
    authTime: claims.auth_time,
    issuedAt: claims.iat,
    expiresAt: claims.exp,
  }
}
