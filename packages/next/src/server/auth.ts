import { parseCookies, type SignedIn, type SignedOut, type Unavailable } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { UNAVAILABLE_HINT } from '../http/hints.ts'
import { kitFrom } from '../kit.ts'
import { routePath } from '../paths.ts'
import { currentPath } from './currentPath.ts'
import type { Instance } from './instance.ts'

/** Who is asking: somebody, nobody, or not known while WorkOS cannot be reached. */
export type AuthState<Declared = unknown> = SignedIn<Declared> | SignedOut | Unavailable

/** Options of `auth`. */
export interface AuthOptions {
  /** Path to come back to; the proxy knows it, pages that no proxy matches must say it. */
  readonly returnTo?: string
}

/** The session of the current request. Where a refresh is due, it goes through the refresh route. */
export async function auth<Declared>(
  { source, basePath }: Instance<Declared>,
  options: AuthOptions = {},
): Promise<AuthState<Declared>> {
  const requestHeaders = await headers()
  const kit = kitFrom(source, requestHeaders)
  const state = await kit.readSession(parseCookies(requestHeaders.get('cookie')))
  if (state.status !== 'refresh-required') return state
  if (requestHeaders.has(UNAVAILABLE_HINT)) {
    return { status: 'unavailable', reason: 'refresh-unavailable', retryAfter: 1 }
  }
  const returnTo = options.returnTo ?? currentPath(requestHeaders)
  redirect(routePath({ basePath, action: 'refresh', returnTo }))
}
