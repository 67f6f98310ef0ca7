import type { Context } from '../context.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import { type AppState, validateAppState } from './appState.ts'
import {
  type AuthorizationDetails,
  type AuthorizationSelector,
  getAuthorizationUrl,
} from './getAuthorizationUrl.ts'
import { createPkce } from './pkce.ts'
import { safeReturnTo } from './returnTo.ts'
import { bindState, sealState } from './state.ts'

/** How a sign-in begins, wherever it leads. */
interface SignInDetails extends Omit<AuthorizationDetails, 'state' | 'codeChallenge'> {
  /** Path of this product to land on afterwards; anything else becomes `/`. */
  readonly returnTo?: string | undefined
  readonly invitationToken?: string | undefined
  /**
   * What the product gets back with the session, sealed on the way: JSON of 512 bytes at most. Where
   * it comes out of a link, whoever made the link has chosen it.
   */
  readonly appState?: AppState | undefined
  /** Stands in for a sign-in whose callback failed, so that it is not restarted again. */
  readonly restarted?: boolean
  /** Of an `sso-required` that this sign-in answers; travels sealed. */
  readonly pendingAuthenticationToken?: string | undefined
}

type HostedSelector = Extract<AuthorizationSelector, { provider: 'authkit' }>

/** How a sign-in begins. AuthKit's own pages, unless a provider or a connection is named. */
export type SignInRequest = SignInDetails &
  (
    | (Omit<HostedSelector, 'provider'> & { readonly provider?: 'authkit' | undefined })
    | Exclude<AuthorizationSelector, HostedSelector | { organizationId: string }>
  )

/** Where to send the browser, and the cookie that binds the sign-in to it. */
export interface StartedSignIn {
  readonly url: string
  readonly cookieChanges: readonly CookieChange[]
}

/**
 * Begins a sign-in through WorkOS: PKCE, the sealed state, and the authorization URL.
 *
 * @throws {InputError} when the request names both a provider and a connection, or sends along too much.
 */
export async function startSignIn(
  context: Context,
  cookies: Cookies,
  request: SignInRequest,
): Promise<StartedSignIn> {
  const { returnTo, appState, restarted, pendingAuthenticationToken, ...details } = request
  if (appState) validateAppState(appState)
  const { verifier, challenge } = await createPkce()
  const redirectUri = request.redirectUri ?? context.config.redirectUri
  const state = await sealState(context, {
    nonce: crypto.randomUUID(),
    codeVerifier: verifier,
    issuedAt: context.now(),
    redirectUri,
    returnPathname: safeReturnTo(returnTo ?? '/'),
    ...(appState && { appState }),
    ...(restarted && { restarted }),
    ...(pendingAuthenticationToken && { pendingAuthenticationToken }),
  })
  const url = getAuthorizationUrl(context.config, {
    ...hostedUnlessNamed(details),
    redirectUri,
    state,
    codeChallenge: challenge,
  })
  return { url, cookieChanges: bindState(context, cookies, state) }
}

function hostedUnlessNamed<
  Details extends { provider?: string | undefined; connectionId?: string | undefined },
>(details: Details): Details & AuthorizationSelector {
  const named = details.provider !== undefined || details.connectionId !== undefined
  const selected = named ? details : { ...details, provider: 'authkit' }
  // Whoever names neither gets AuthKit's pages, which is what completes the selector.
  return selected as Details & AuthorizationSelector
}
