import { parseCookies, publishEvent, safeReturnTo } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { writeCookies } from '../http/writeCookies.ts'
import { kitFrom } from '../kit.ts'
import { browserUrl } from '../nextBasePath.ts'
import type { Instance } from './instance.ts'
import { requireWritableCookies } from './writable.ts'

/** Options of `signOut`. */
export interface SignOutOptions {
  /** Path to land on afterwards; must be registered at WorkOS as a sign-out redirect. */
  readonly returnTo?: string
}

/** Ends the session here, and sends the browser through WorkOS, which ends it there. */
export async function signOut(
  { source }: Instance,
  { returnTo }: SignOutOptions = {},
): Promise<never> {
  await requireWritableCookies('signOut')
  const requestHeaders = await headers()
  const kit = kitFrom(source, requestHeaders)
  const cookies = parseCookies(requestHeaders.get('cookie'))
  const sessionId = await kit.sessionIdOf(cookies)
  const target = returnTo === undefined ? undefined : browserUrl(kit.config, safeReturnTo(returnTo))
  await writeCookies(kit.clearCookies(cookies))
  publishEvent(kit, () => ({ name: 'sign-out', sessionId }))
  if (sessionId === undefined) redirect(target ?? browserUrl(kit.config, '/'))
  // Copies of the cookie end with it; an outage of whatever is told keeps nobody signed in.
  await kit.revocations.revoke({ kind: 'session', sessionId }).catch(() => undefined)
  redirect(kit.getLogoutUrl({ sessionId, ...(target !== undefined && { returnTo: target }) }))
}
