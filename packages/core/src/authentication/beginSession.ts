import { writeSessionCookie } from '../session/chunks.ts'
import { decodeSessionClaims } from '../session/claims.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import { type ReadContext, toSignedIn } from '../session/read.ts'
import { type Session, sealSession } from '../session/seal.ts'
import type { SignedIn } from '../session/state.ts'

/** A session that has just begun, and the cookies that keep it. */
export interface BegunSession {
  readonly session: SignedIn
  readonly cookieChanges: readonly CookieChange[]
}

/** Judges a session that came straight from the token endpoint; `undefined` unless it is whole. */
export function judgeSession(session: Session): SignedIn | undefined {
  const claims = decodeSessionClaims(session.accessToken)
  return claims?.userId === session.user.id ? toSignedIn(session, claims) : undefined
}

/** Seals such a session into cookies. */
export async function beginSession(
  context: Pick<ReadContext, 'config'> & Partial<Pick<ReadContext, 'memory'>>,
  cookies: Cookies,
  session: Session,
): Promise<BegunSession | undefined> {
  const signedIn = judgeSession(session)
  if (!signedIn) return undefined
  const sealed = await sealSession(context.config, session)
  context.memory?.remember(sealed, signedIn)
  return {
    session: signedIn,
    cookieChanges: writeSessionCookie(context.config, cookies, sealed),
  }
}
