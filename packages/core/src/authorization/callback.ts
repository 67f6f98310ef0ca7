import type { BeginSession } from '../authentication/beginSession.ts'
import type { Authenticated } from '../authentication/outcome.ts'
import type { Context } from '../context.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import type { ClaimsInvalid, SignedIn } from '../session/state.ts'
import type { AppState } from './appState.ts'
import {
  type CallbackFailed,
  type CallbackRequest,
  type RedeemedCallback,
  redeemCallback,
} from './redeemCallback.ts'

/** What a callback ends in; `cookieChanges` are to be applied in every case. */
export type CallbackOutcome<Declared = unknown> =
  | {
      readonly status: 'signed-in'
      readonly session: SignedIn<Declared>
      readonly oauthTokens: Authenticated['oauthTokens']
      readonly returnTo: string
      /** What the product sent along; as old and as true as the link that began the sign-in. */
      readonly appState: AppState | undefined
      readonly cookieChanges: readonly CookieChange[]
    }
  | CallbackClaimsInvalid
  | CallbackFailed

/** The session has begun, but is `unavailable` until its custom claims are as declared. */
interface CallbackClaimsInvalid extends ClaimsInvalid {
  readonly returnTo: string
  readonly cookieChanges: readonly CookieChange[]
}

interface CallbackContext extends Context {
  readonly beginSession: BeginSession
}

/** Ends a hosted sign-in. A session that the browser already has is only replaced by a new one. */
export async function completeSignIn(
  context: CallbackContext,
  cookies: Cookies,
  request: CallbackRequest,
): Promise<CallbackOutcome> {
  const redeemed = await redeemCallback(context, cookies, request)
  if (redeemed.status === 'failed') return redeemed
  const { outcome } = redeemed
  switch (outcome.status) {
    case 'authenticated':
      return signedIn(context, cookies, outcome, redeemed)
    // Hosted pages go through these by themselves; a flow of the product's own can go on from here.
    case 'email-verification':
    case 'mfa-enrollment':
    case 'mfa-challenge':
    case 'organization-selection':
    case 'sso-required':
    case 'authentication-methods-required':
    case 'radar-email-challenge':
    case 'radar-sms-challenge':
    case 'passkey-enrollment':
    case 'consent-required':
    case 'pending':
      return redeemed.failed('code-rejected', outcome.status)
  }
}

async function signedIn(
  { beginSession }: CallbackContext,
  cookies: Cookies,
  authenticated: Authenticated,
  { returnTo, appState, cookieChanges: spent, failed }: RedeemedCallback,
): Promise<CallbackOutcome> {
  const { cookieChanges: kept, ...session } = await beginSession(cookies, authenticated.session)
  const cookieChanges = [...spent, ...kept]
  switch (session.status) {
    case 'signed-in': {
      const { oauthTokens } = authenticated
      return { status: 'signed-in', session, oauthTokens, returnTo, appState, cookieChanges }
    }
    case 'unavailable':
      return { ...session, returnTo, cookieChanges }
    case 'signed-out':
      return failed('code-rejected', session.reason)
  }
}
