import type { SignedIn } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { routePath } from '../paths.ts'
import { type AuthOptions, auth } from './auth.ts'
import { currentPath } from './currentPath.ts'

/** WorkOS cannot be reached and the page needs to know who is asking. Nobody was signed out. */
export class SessionUnavailableError extends Error {
  override readonly name = 'SessionUnavailableError'
  readonly code = 'session_unavailable'
  /** Seconds after which to try again. */
  readonly retryAfter: number

  constructor({ retryAfter }: { retryAfter: number }) {
    super('The session cannot be checked now because WorkOS cannot be reached. Try again shortly.')
    this.retryAfter = retryAfter
  }
}

/**
 * The session of the current request; sends everybody else to sign in and back.
 *
 * @throws {SessionUnavailableError} while WorkOS cannot be reached.
 * @example
 * ```tsx
 * import { requireAuth } from '@latchkey/next'
 *
 * export default async function Dashboard() {
 *   const { user } = await requireAuth()
 *   return <h1>Hello {user.firstName ?? user.email}</h1>
 * }
 * ```
 */
export async function requireAuth(options: AuthOptions = {}): Promise<SignedIn> {
  const state = await auth(options)
  switch (state.status) {
    case 'signed-in':
      return state
    case 'unavailable':
      throw new SessionUnavailableError(state)
    case 'signed-out':
      redirect(
        routePath({
          basePath: options.basePath,
          action: 'sign-in',
          returnTo: options.returnTo ?? currentPath(await headers()),
        }),
      )
  }
}
