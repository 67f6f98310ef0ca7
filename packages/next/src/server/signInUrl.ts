import type { AppState } from '@latchkey/core'
import { browserPath } from '../nextBasePath.ts'
import { routePath } from '../paths.ts'
import type { Instance } from './instance.ts'

/** How a sign-in begins. */
export type SignInUrlOptions = {
  /** Path to land on afterwards; the page with the link where left out. */
  readonly returnTo?: string
  /** Email address to fill in. */
  readonly loginHint?: string
  /** Preselects the organization. */
  readonly organizationId?: string
  /** Lets somebody in who was invited. */
  readonly invitationToken?: string
  /** Seconds since the last proof of identity after which a new one is asked for. */
  readonly maxAge?: number
  /**
   * What the hooks of `authRoutes()` get with the session: JSON of 512 bytes at most, as its option
   * `appState` declares. Whoever is shown the link can read and change it.
   */
  readonly appState?: AppState
}

/** The path of the route that begins a sign-in or a sign-up, which makes state and verifier. */
export function signInUrl(
  { basePath }: Instance,
  { screen, ...options }: SignInUrlOptions & { readonly screen: 'sign-in' | 'sign-up' },
): string {
  return browserPath(routePath({ basePath, action: screen, ...options }))
}
