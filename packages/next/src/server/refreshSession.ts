import { parseCookies } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { writeCookies } from '../http/writeCookies.ts'
import { kitFrom } from '../kit.ts'
import type { AuthState } from './auth.ts'
import type { Instance } from './instance.ts'
import { requireWritableCookies } from './writable.ts'

/** Gets the session's claims as they are now, e.g. after a role has changed. */
export async function refreshSession<Declared>({
  source,
}: Instance<Declared>): Promise<AuthState<Declared>> {
  await requireWritableCookies('refreshSession')
  const requestHeaders = await headers()
  const kit = kitFrom(source, requestHeaders)
  const state = await kit.renewSession(parseCookies(requestHeaders.get('cookie')))
  await writeCookies(state.cookieChanges)
  if (state.status === 'refused') throw new Error('Nothing was asked for that could be refused.')
  const { cookieChanges: _, ...session } = state
  return session
}
