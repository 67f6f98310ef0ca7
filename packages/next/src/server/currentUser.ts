import type { User } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { auth } from './auth.ts'
import type { Instance } from './instance.ts'
import { SessionUnavailableError } from './sessionUnavailable.ts'
import { workos } from './workos.ts'

/** Options of `currentUser`. */
export interface CurrentUserOptions {
  /** Asks WorkOS, instead of taking the user as of the last sign-in or refresh. */
  readonly fresh?: boolean
}

/** The user of the current session, if somebody is signed in. */
export async function currentUser(
  instance: Instance,
  { fresh = false }: CurrentUserOptions = {},
): Promise<User | undefined> {
  const state = await auth(instance)
  if (state.status === 'unavailable') throw new SessionUnavailableError(state)
  if (state.status === 'signed-out') return undefined
  return fresh ? workos(instance, await headers()).users.get({ id: state.user.id }) : state.user
}
