import type { SessionClaims } from './claims.ts'
import { type ReadContext, revocationsUnreachable, standingOf } from './read.ts'
import type { Unavailable } from './state.ts'
import { verifyAccessToken } from './verify.ts'

/** A caller who brought an access token instead of a session: what it says, and no user record. */
export interface BearerAuth<Declared = unknown> {
  readonly status: 'bearer'
  readonly claims: SessionClaims<Declared>
  readonly accessToken: string
}

/** A token that proves nothing, and why. */
export interface BearerRefused {
  readonly status: 'signed-out'
  readonly reason: /** Forged, malformed, or of another environment. */
    | 'invalid-token'
    /** Its time is over; whoever has it has to bring the next one. */
    | 'expired-token'
    /** Its session ended, or what it says is no longer true. */
    | 'revoked'
}

/** What an access token that a caller brought amounts to. */
export type BearerState<Declared = unknown> = BearerAuth<Declared> | BearerRefused | Unavailable

/** Seconds to wait before asking again when the keys cannot be reached. */
const RETRY_AFTER = 2

/** Checks an access token as it is checked in a session: signature, lifetime, issuer, revocations. */
export async function readBearer(context: ReadContext, accessToken: string): Promise<BearerState> {
  const verification = await verifyAccessToken(context, context.keys, accessToken)
  switch (verification.kind) {
    case 'valid':
      return standing(context, accessToken, verification.claims)
    case 'expired':
      return { status: 'signed-out', reason: 'expired-token' }
    case 'invalid':
    case 'unknown-key':
      return { status: 'signed-out', reason: 'invalid-token' }
    case 'unavailable':
      return { status: 'unavailable', reason: 'keys-unreachable', retryAfter: RETRY_AFTER }
  }
}

async function standing(
  context: ReadContext,
  accessToken: string,
  claims: SessionClaims,
): Promise<BearerState> {
  switch (await standingOf(context, claims, { strict: false })) {
    case 'valid':
      return { status: 'bearer', claims, accessToken }
    case 'revoked':
    case 'outdated':
      return { status: 'signed-out', reason: 'revoked' }
    case undefined:
      return revocationsUnreachable
  }
}
