import { writeSessionCookie } from '../session/chunks.ts'
import { decodeSessionClaims } from '../session/claims.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import { type ReadContext, toSignedIn } from '../session/read.ts'
import { type Session, sealSession } from '../session/seal.ts'
import type { ClaimsInvalid, SignedIn, SignedOut } from '../session/state.ts'

/**
 * What a session is that a grant brought, as `loadSession` would say it, and the cookies that keep
 * it. Where its custom claims are not as declared it has begun all the same, and is `unavailable`.
 */
export type BegunSession<Declared = unknown> = (SignedIn<Declared> | SignedOut | ClaimsInvalid) & {
  /** To be applied to the response, once; empty where there is no session. */
  readonly cookieChanges: readonly CookieChange[]
}

/** Begins sessions, their custom claims read. */
export type BeginSession<Declared = unknown> = (
  cookies: Cookies,
  session: Session,
) => Promise<BegunSession<Declared>>

/** Seals a session that came straight from the token endpoint into cookies. */
export async function beginSession(
  context: Pick<ReadContext, 'config' | 'memory'>,
  cookies: Cookies,
  session: Session,
): Promise<BegunSession> {
  const claims = decodeSessionClaims(session.accessToken)
  if (!claims) return { status: 'signed-out', reason: 'invalid-token', cookieChanges: [] }
  if (claims.userId !== session.user.id) {
    return { status: 'signed-out', reason: 'subject-mismatch', cookieChanges: [] }
  }
  const signedIn = toSignedIn(context, session, claims)
  const sealed = await sealSession(context.config, session)
  context.memory.remember(sealed, signedIn)
  return { ...signedIn, cookieChanges: writeSessionCookie(context.config, cookies, sealed) }
}
