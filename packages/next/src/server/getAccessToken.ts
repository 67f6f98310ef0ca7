import { auth } from './auth.ts'
import type { Instance } from './instance.ts'
import { SessionUnavailableError } from './sessionUnavailable.ts'

/** The access token of the current session, if somebody is signed in. */
export async function getAccessToken(instance: Instance): Promise<string | undefined> {
  const state = await auth(instance)
  if (state.status === 'unavailable') throw new SessionUnavailableError(state)
  return state.status === 'signed-in' ? state.accessToken : undefined
}
