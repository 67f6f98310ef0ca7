import type { Context } from '../context.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import { createPkce } from './pkce.ts'
import { safeReturnTo } from './returnTo.ts'
import { bindState, sealState } from './state.ts'
import { authorizeUrl } from './urls.ts'

/** How a sign-in begins. */
export interface SignInRequest {
  /** Path of this product to land on afterwards; anything else becomes `/`. */
  readonly returnTo?: string | undefined
  /** Which hosted page opens first. */
  readonly screenHint?: 'sign-in' | 'sign-up' | undefined
  /** Email address to fill in. */
  readonly loginHint?: string | undefined
  readonly organizationId?: string | undefined
  readonly invitationToken?: string | undefined
  /** The configured one where left out; must be registered at WorkOS. */
  readonly redirectUri?: string | undefined
  /** Stands in for a sign-in whose callback failed, so that it is not restarted again. */
  readonly restarted?: boolean
}

/** Where to send the browser, and the cookie that binds the sign-in to it. */
export interface StartedSignIn {
  readonly url: string
  readonly cookieChanges: readonly CookieChange[]
}

/** Begins a hosted sign-in: PKCE, the sealed state, and the authorization URL. */
export async function startSignIn(
  context: Context,
  cookies: Cookies,
  request: SignInRequest,
): Promise<StartedSignIn> {
  const { verifier, challenge } = await createPkce()
  const redirectUri = request.redirectUri ?? context.config.redirectUri
  const state = await sealState(context, {
    nonce: crypto.randomUUID(),
    codeVerifier: verifier,
    issuedAt: context.now(),
    redirectUri,
    returnPathname: safeReturnTo(request.returnTo ?? '/'),
    ...(request.restarted && { restarted: true }),
  })
  const url = authorizeUrl(context.config, {
    redirect_uri: redirectUri,
    provider: 'authkit',
    organization_id: request.organizationId,
    screen_hint: request.screenHint,
    login_hint: request.loginHint,
    invitation_token: request.invitationToken,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
  })
  return { url, cookieChanges: bindState(context, cookies, state) }
}
