import type { Config } from '../config.ts'
import { readSessionCookie } from './chunks.ts'
import { decodeSessionClaims } from './claims.ts'
import type { Cookies } from './cookies.ts'
import { openSession } from './seal.ts'

/**
 * WorkOS's id of the session in the cookie, alive or over. The seal vouches for the token, so its
 * signature and lifetime do not matter to somebody who only wants to end it.
 */
export async function sessionIdOf(config: Config, cookies: Cookies): Promise<string | undefined> {
  const sealed = readSessionCookie(config, cookies)
  const opened = sealed === undefined ? undefined : await openSession(config, sealed)
  if (opened?.kind !== 'opened') return undefined
  return decodeSessionClaims(opened.session.accessToken)?.sessionId
}
