import type { Context } from 'hono'
import { noteReauthentication } from '../authentication/noteAttempt.ts'
import { impersonationLifetime } from '../authentication/session.ts'
import type { AppEnv } from '../environment.ts'
import type { Proof } from '../store/authenticationRecords.ts'
import type { BrowserSessionRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { clearCookie, readCookie, writeCookie } from './cookies.ts'
import { visitorOf } from './visitor.ts'

const day = 24 * 60 * 60

/** The person signed in to the hosted pages in this browser. */
export function currentBrowserSession(context: Context<AppEnv>): BrowserSessionRecord | undefined {
  const { store, clock } = context.var.environment
  const session = store.browserSessions.get(readCookie(context, 'session') ?? '')
  if (!session || session.expires_at <= clock.now()) return undefined
  return store.users.get(session.user_id) ? session : undefined
}

/** Signs somebody in to the hosted pages; the same person again only renews the session. */
export function startBrowserSession(context: Context<AppEnv>, proof: Proof): BrowserSessionRecord {
  const { store, clock } = context.var.environment
  const current = currentBrowserSession(context)
  if (current && current.user_id === proof.user_id && isOwn(current) && isOwn(proof)) {
    const user = store.users.get(proof.user_id)
    if (user && current.authenticated_at !== proof.authenticated_at) {
      noteReauthentication(context.var.environment, { user, visitor: visitorOf(context) })
    }
    return store.browserSessions.update(current.id, proof)
  }
  if (current) store.browserSessions.delete(current.id)
  // Signing in silently does not prolong it.
  const expires_at = proof.impersonator
    ? proof.authenticated_at + impersonationLifetime
    : clock.now() + 30 * day * 1000
  const session = store.browserSessions.insert({ id: randomToken(40), ...proof, expires_at })
  const maxAge = Math.max(0, Math.floor((expires_at - clock.now()) / 1000))
  writeCookie(context, { name: 'session', value: session.id, maxAge })
  return session
}

/** Whether somebody is signed in as themselves. */
const isOwn = ({ impersonator }: Proof): boolean => impersonator === null

/** Signs the browser out of the hosted pages. */
export function endBrowserSession(context: Context<AppEnv>): void {
  const { store } = context.var.environment
  const id = readCookie(context, 'session')
  if (id === undefined) return
  store.browserSessions.delete(id)
  clearCookie(context, 'session')
}
