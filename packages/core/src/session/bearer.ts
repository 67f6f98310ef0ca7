import type { SessionClaims } from './claims.ts'
import type { LoadOptions } from './load.ts'
import { type ReadContext, revocationsUnreachable, standingOf } from './read.ts'
import type { RevocationCheck } from './revocations.ts'
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
  readonly reason: /** Forged, malformed, of another environment, or of no session. */
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

/**
 * Checks an access token as it is checked in a session: signature, lifetime, issuer, revocations. Only
 * a session's own will do: applications that a person has connected get tokens with the same key.
 */
export async function readBearer(
  context: ReadContext,
  accessToken: string,
  { strict = false }: LoadOptions = {},
): Promise<BearerState> {
  const verification = await verifyAccessToken(context, context.keys, accessToken)
  switch (verification.kind) {
    case 'valid':
      if (!verification.claims.sessionId.startsWith('session_')) break
      return standing(context, { accessToken, claims: verification.claims, check: { strict } })
    case 'expired':
      return { status: 'signed-out', reason: 'expired-token' }
    case 'unavailable':
      return { status: 'unavailable', reason: 'keys-unreachable', retryAfter: RETRY_AFTER }
  }
  return { status: 'signed-out', reason: 'invalid-token' }
}

async function standing(
  context: ReadContext,
  {
    accessToken,
    claims,
    check,
  }: { accessToken: string; claims: SessionClaims; check: RevocationCheck },
): Promise<BearerState> {
  switch (await standingOf(context, claims, check)) {
    case 'valid':
      return { status: 'bearer', claims, accessToken }
    case 'revoked':
    case 'outdated':
      return { status: 'signed-out', reason: 'revoked' }
    case undefined:
      return revocationsUnreachable
  }
}
