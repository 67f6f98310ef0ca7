import type { JWTVerifyGetKey } from 'jose'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { decodeSessionClaims, type SessionClaims } from './claims.ts'
import type { SessionMemory } from './memory.ts'
import type { RevocationCheck, Revocations, Standing } from './revocations.ts'
import { openSession, type Session } from './seal.ts'
import type { Outage, SignedIn, SignedOut, SignedOutReason } from './state.ts'
import { verifyAccessToken } from './verify.ts'

/** What reading needs beside the context. */
export interface ReadContext extends Context {
  readonly keys: JWTVerifyGetKey
  readonly memory: SessionMemory
  readonly revocations: Revocations
}

/** A session whose access token is over or outdated, with what is needed to go on. */
export interface ExpiredSession {
  readonly status: 'refresh-required'
  readonly session: Session
  /** The organization of the token that is over; `undefined` also when it could not be verified. */
  readonly organizationId: string | undefined
}

/** The result of reading, still holding the secrets that a refresh needs. */
export type ReadResult = SignedIn | SignedOut | Outage | ExpiredSession

/** Seconds to wait before asking again when keys or revocations cannot be reached. */
const OUTAGE_RETRY_AFTER = 2

/** Reads a session: seal, token, revocations. Refreshes nothing, writes nothing. */
export async function read(
  context: ReadContext,
  sealed: string | undefined,
  check: RevocationCheck,
): Promise<ReadResult> {
  if (sealed === undefined) return signedOut('no-cookie')
  const remembered = context.memory.recall(sealed, context.now())
  if (remembered) return heed(context, { sealed, verified: remembered, check })
  const opened = await openSession(context.config, sealed)
  if (opened.kind === 'unreadable') return signedOut('unreadable')
  const result = await judge(context, opened.session, check)
  if (result.status !== 'signed-in') return result
  context.memory.remember(sealed, result)
  return heed(context, { sealed, verified: result, check })
}

/** How the claims of a sound token stand; `undefined` where the revocations cannot be asked. */
export async function standingOf(
  { revocations }: Pick<ReadContext, 'revocations'>,
  claims: SessionClaims,
  check: RevocationCheck,
): Promise<Standing | undefined> {
  try {
    return await revocations.check(claims, check)
  } catch {
    return undefined
  }
}

/** What a session is whose revocations cannot be asked. */
export const revocationsUnreachable: Outage = {
  status: 'unavailable',
  reason: 'revocations-unreachable',
  retryAfter: OUTAGE_RETRY_AFTER,
}

/** Heeds what was revoked since a session was verified. */
async function heed(
  context: ReadContext,
  { sealed, verified, check }: { sealed: string; verified: SignedIn; check: RevocationCheck },
): Promise<ReadResult> {
  switch (await standingOf(context, verified.claims, check)) {
    case 'valid':
      return verified
    case 'revoked':
      return signedOut('revoked')
    case 'outdated': {
      const opened = await openSession(context.config, sealed)
      return opened.kind === 'opened'
        ? expired(opened.session, verified.claims.organizationId)
        : signedOut('unreadable')
    }
    case undefined:
      return revocationsUnreachable
  }
}

async function judge(
  context: ReadContext,
  session: Session,
  check: RevocationCheck,
): Promise<ReadResult> {
  const verification = await verifyAccessToken(context, context.keys, session.accessToken)
  switch (verification.kind) {
    case 'valid':
      return belongsTogether(session, verification.claims)
        ? toSignedIn(context, session, verification.claims)
        : signedOut('subject-mismatch')
    case 'expired':
      return belongsTogether(session, verification.claims)
        ? overdue(context, { session, claims: verification.claims, check })
        : signedOut('subject-mismatch')
    case 'unknown-key':
      return expired(session, undefined)
    case 'invalid':
      return signedOut('invalid-token')
    case 'unavailable':
      return withoutKeys(context, session)
  }
}

/** A revoked session is not worth asking WorkOS for. */
async function overdue(
  context: ReadContext,
  { session, claims, check }: { session: Session; claims: SessionClaims; check: RevocationCheck },
): Promise<ReadResult> {
  const standing = await standingOf(context, claims, check)
  return standing === 'revoked' ? signedOut('revoked') : expired(session, claims.organizationId)
}

/** A token that is over needs no keys to be refreshed; one that lives cannot be judged now. */
function withoutKeys(context: ReadContext, session: Session): ReadResult {
  const claims = decodeSessionClaims(session.accessToken)
  if (!claims) return signedOut('invalid-token')
  if (claims.expiresAt * 1000 <= context.now()) return expired(session, undefined)
  return { status: 'unavailable', reason: 'keys-unreachable', retryAfter: OUTAGE_RETRY_AFTER }
}

/** The state of a session whose token was verified, or came straight from WorkOS. */
export function toSignedIn(
  { config }: Pick<ReadContext, 'config'>,
  session: Session,
  claims: SessionClaims,
): SignedIn {
  return {
    status: 'signed-in',
    user: session.user,
    claims,
    accessToken: session.accessToken,
    refreshAt: refreshAtOf(config, claims),
    impersonator: session.impersonator,
    authenticationMethod: session.authenticationMethod,
  }
}

/** Not before half of the token's life, so that no setting makes every request refresh. */
function refreshAtOf(
  { refreshBefore }: Pick<Config, 'refreshBefore'>,
  { issuedAt, expiresAt }: SessionClaims,
): number {
  const lifetime = expiresAt - issuedAt
  const ahead = refreshBefore ?? (lifetime <= 300 ? 30 : 60)
  return expiresAt - Math.min(ahead, Math.floor(lifetime / 2))
}

function belongsTogether({ user }: Session, { userId }: SessionClaims): boolean {
  return user.id === userId
}

function expired(session: Session, organizationId: string | undefined): ExpiredSession {
  return { status: 'refresh-required', session, organizationId }
}

function signedOut(reason: SignedOutReason): SignedOut {
  return { status: 'signed-out', reason }
}
