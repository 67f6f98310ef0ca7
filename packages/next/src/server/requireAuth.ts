import { type AccessRequirement, publishEvent, type SignedIn } from '@latchkey/core'
import { headers } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { kitFrom } from '../kit.ts'
import { strictestAge } from '../strictestAge.ts'
import { accessEvent } from './accessEvent.ts'
import { accessOf } from './accessOf.ts'
import { type AuthOptions, auth } from './auth.ts'
import { currentPath } from './currentPath.ts'
import { deny } from './denied.ts'
import type { Instance } from './instance.ts'
import { routeUrl } from './routeUrl.ts'
import { SessionUnavailableError } from './sessionUnavailable.ts'

/** What the session must have, all of it, how closely it is looked at, and where to come back to. */
export type RequireAuthOptions = AccessRequirement & Pick<AuthOptions, 'returnTo' | 'strict'>

/** The session of the current request, if it has what is required; everybody else goes elsewhere. */
export async function requireAuth<Declared>(
  instance: Instance<Declared>,
  { returnTo, strict = false, ...requirement }: RequireAuthOptions = {},
): Promise<SignedIn<Declared>> {
  const state = await auth(instance, { strict, ...(returnTo !== undefined && { returnTo }) })
  const requestHeaders = await headers()
  const kit = kitFrom(instance.source, requestHeaders)
  const path = returnTo ?? currentPath(requestHeaders)
  const signIn = (maxAge?: number) =>
    routeUrl(kit.config, {
      basePath: instance.basePath,
      action: 'sign-in',
      returnTo: path,
      maxAge,
    })
  const access = accessOf(state, requirement, kit.now())
  publishEvent(kit, () =>
    accessEvent({ by: 'requireAuth', state, access, path: path?.split('?')[0] }),
  )
  if (state.status === 'unavailable') throw new SessionUnavailableError(state)
  if (state.status === 'signed-out') redirect(signIn())
  switch (access.status) {
    case 'ok':
      return state
    case 'reauthenticate':
      redirect(signIn(strictestAge(access.reasons)))
      break
    default:
      deny()
  }
}
