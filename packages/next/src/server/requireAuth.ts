import type { SignedIn } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { routePath } from '../paths.ts'
import { type AuthOptions, auth } from './auth.ts'
import { currentPath } from './currentPath.ts'
import type { Instance } from './instance.ts'
import { SessionUnavailableError } from './sessionUnavailable.ts'

/** The session of the current request; sends everybody else to sign in and back. */
export async function requireAuth<Declared>(
  instance: Instance<Declared>,
  options: AuthOptions = {},
): Promise<SignedIn<Declared>> {
  const state = await auth(instance, options)
  switch (state.status) {
    case 'signed-in':
      return state
    case 'unavailable':
      throw new SessionUnavailableError(state)
    case 'signed-out':
      redirect(
        routePath({
          basePath: instance.basePath,
          action: 'sign-in',
          returnTo: options.returnTo ?? currentPath(await headers()),
        }),
      )
  }
}
