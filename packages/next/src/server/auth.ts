import { parseCookies, type SignedIn, type SignedOut, type Unavailable } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { UNAVAILABLE_HINT } from '../http/hints.ts'
import { type KitOptions, kitOf } from '../kit.ts'
import { routePath } from '../paths.ts'
import { currentPath } from './currentPath.ts'

/** Who is asking: somebody, nobody, or not known while WorkOS cannot be reached. */
export type AuthState = SignedIn | SignedOut | Unavailable

/** Options of {@link auth}. */
export interface AuthOptions extends KitOptions {
  /** Where the kit's routes are mounted. */
  readonly basePath?: string
  /** Path to come back to; the proxy knows it, pages that no proxy matches must say it. */
  readonly returnTo?: string
}

/**
 * The session of the current request, in Server Components, route handlers and actions. Verifies
 * the cookie itself, so it holds without the proxy. It never refreshes: where that is due and no
 * proxy did it, it redirects through the kit's refresh route.
 *
 * @example
 * ```tsx
 * import { auth } from '@latchkey/next'
 *
 * export default async function Greeting() {
 *   const session = await auth()
 *   return <p>{session.status === 'signed-in' ? session.user.email : 'Welcome'}</p>
 * }
 * ```
 */
export async function auth(options: AuthOptions = {}): Promise<AuthState> {
  const requestHeaders = await headers()
  const state = await kitOf(options).readSession(parseCookies(requestHeaders.get('cookie')))
  if (state.status !== 'refresh-required') return state
  if (requestHeaders.has(UNAVAILABLE_HINT)) {
    return { status: 'unavailable', reason: 'refresh-unavailable', retryAfter: 1 }
  }
  redirect(
    routePath({
      basePath: options.basePath,
      action: 'refresh',
      returnTo: options.returnTo ?? currentPath(requestHeaders),
    }),
  )
}
