import type { User } from '../client/client.ts'
import type { SessionClaims } from './claims.ts'
import type { CookieChange } from './cookies.ts'
import type { SchemaIssue } from './readBySchema.ts'
import type { Impersonator } from './seal.ts'

/** A session that holds: who it is, and what the access token says. */
export interface SignedIn<Declared = unknown> {
  readonly status: 'signed-in'
  readonly user: User
  readonly claims: SessionClaims<Declared>
  /** Bearer token for the product's own services. */
  readonly accessToken: string
  /** Seconds since the epoch at which the access token is due to be refreshed. */
  readonly refreshAt: number
  readonly impersonator: Impersonator | undefined
  /** How the person signed in, e.g. `Password`. */
  readonly authenticationMethod: string | undefined
}

/** Why nobody is signed in. None of them is a reason to delete a cookie. */
export type SignedOutReason =
  /** The request carries no session. */
  | 'no-cookie'
  /** Garbage, truncated, or sealed with another password. */
  | 'unreadable'
  /** The access token in the seal is forged, malformed or from another issuer. */
  | 'invalid-token'
  /** The sealed user is not the subject of the sealed token. */
  | 'subject-mismatch'
  /** The session was revoked, or its user was: see `Revocations`. */
  | 'revoked'
  /** WorkOS no longer continues this session: ended, revoked, or exchanged by another request. */
  | 'refresh-rejected'

/** Nobody is signed in, and why. */
export interface SignedOut {
  readonly status: 'signed-out'
  readonly reason: SignedOutReason
}

/** Somebody who has to be asked cannot be; whether somebody is signed in is not known. */
export interface Outage {
  readonly status: 'unavailable'
  readonly reason: 'keys-unreachable' | 'refresh-unavailable' | 'revocations-unreachable'
  /** Seconds after which to try again. */
  readonly retryAfter: number
}

/**
 * The session is sound, but its custom claims are not what the product declared: the JWT template
 * and the schema disagree. Signing in again would not help; the next token is the next chance.
 */
export interface ClaimsInvalid {
  readonly status: 'unavailable'
  readonly reason: 'claims-invalid'
  /** Seconds after which to try again. */
  readonly retryAfter: number
  /** What the schema says, by the name of the claim. For logs, not for the person. */
  readonly issues: readonly SchemaIssue[]
}

/** The question cannot be answered now. Never a reason to drop a session. */
export type Unavailable = Outage | ClaimsInvalid

/** The session is sound but its access token is over; whoever may write cookies can refresh it. */
export interface RefreshRequired {
  readonly status: 'refresh-required'
}

/** What a request's cookies say, with nothing refreshed and nothing written. */
export type ReadState<Declared = unknown> =
  | SignedIn<Declared>
  | SignedOut
  | Unavailable
  | RefreshRequired

/** What a request's cookies say, after a refresh where one was due. */
export type SessionState<Declared = unknown> = (SignedIn<Declared> | SignedOut | Unavailable) & {
  /** To be applied to the response, once; empty when nothing was refreshed. */
  readonly cookieChanges: readonly CookieChange[]
}
