import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { AuthenticationMethod, BrowserSessionRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { clearCookie, readCookie, writeCookie } from './cookies.ts'

const day = 24 * 60 * 60

/** The person signed in to the hosted pages in this browser. */
export function currentBrowserSession(context: Context<AppEnv>): BrowserSessionRecord | undefined {
  const { store, clock } = context.var.environment
  const session = store.browserSessions.get(readCookie(context, 'session') ?? '')
  if (!session || session.expires_at <= clock.now()) return undefined
  return store.users.get(session.user_id) ? session : undefined
}

/** Signs somebody in to the hosted pages; the same person again only renews the session. */
export function startBrowserSession(
  context: Context<AppEnv>,
  person: { user_id: string; method: AuthenticationMethod; at: number },
): BrowserSessionRecord {
  const { store, clock } = context.var.environment
  const current = currentBrowserSession(context)
  const proof = { method: person.method, authenticated_at: person.at }
  if (current?.user_id === person.user_id) return store.browserSessions.update(current.id, proof)

  if (current) store.browserSessions.delete(current.id)
  const session = store.browserSessions.insert({
    id: randomToken(40),
    user_id: person.user_id,
    ...proof,
    expires_at: clock.now() + 30 * day * 1000,
  })
  writeCookie(context, { name: 'session', value: session.id, maxAge: 30 * day })
  return session
}

/** Signs the browser out of the hosted pages. */
export function endBrowserSession(context: Context<AppEnv>): void {
  const { store } = context.var.environment
  const id = readCookie(context, 'session')
  if (id === undefined) return
  store.browserSessions.delete(id)
  clearCookie(context, 'session')
}
