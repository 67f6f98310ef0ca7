import {
  type AuthenticationFailed,
  type NextStep,
  parseCookies,
  type SignedIn,
  type SignedOut,
  type Unavailable,
} from '@latchkey/core'
import { headers } from 'next/headers.js'
import { writeCookies } from '../http/writeCookies.ts'
import { kitFrom } from '../kit.ts'
import { currentPath } from './currentPath.ts'
import type { Instance } from './instance.ts'
import { routeUrl } from './routeUrl.ts'
import { requireWritableCookies } from './writable.ts'

/** Options of `switchOrganization`. */
export interface SwitchOrganizationOptions {
  /** Path to land on where the person has to sign in for it; the current page where left out. */
  readonly returnTo?: string
}

/** What becomes of a switch. Unless it is `switched`, the session is as it was. */
export type SwitchOutcome<Declared = unknown> =
  | { readonly status: 'switched'; readonly session: SignedIn<Declared> }
  /** The organization wants another proof; signing in for it asks for that. */
  | {
      readonly status: NextStep['status']
      /** Where the route is that goes on from here: `redirect()` there. */
      readonly signInUrl: string
    }
  | { readonly status: 'not-a-member' }
  /** WorkOS refused for another reason, e.g. because there is no such organization. */
  | { readonly status: 'refused'; readonly code: AuthenticationFailed['code'] }
  | SignedOut
  | Unavailable

/** Signs the session in to another organization of its user, without a page where that is possible. */
export async function switchOrganization<Declared>(
  { source, basePath }: Instance<Declared>,
  organizationId: string,
  { returnTo }: SwitchOrganizationOptions = {},
): Promise<SwitchOutcome<Declared>> {
  await requireWritableCookies('switchOrganization')
  const requestHeaders = await headers()
  const kit = kitFrom(source, requestHeaders)
  const cookies = parseCookies(requestHeaders.get('cookie'))
  const { cookieChanges, ...state } = await kit.renewSession(cookies, { organizationId })
  await writeCookies(cookieChanges)
  if (state.status === 'signed-in') return { status: 'switched', session: state }
  if (state.status !== 'refused') return state
  const { outcome } = state
  if (outcome.status === 'failed') {
    return outcome.code === 'organization_membership_not_found'
      ? { status: 'not-a-member' }
      : { status: 'refused', code: outcome.code }
  }
  const signInUrl = routeUrl(kit.config, {
    basePath,
    action: 'sign-in',
    organizationId,
    returnTo: returnTo ?? currentPath(requestHeaders),
  })
  return { status: outcome.status, signInUrl }
}
