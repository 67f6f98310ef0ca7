import { beginSession } from '../authentication/beginSession.ts'
import type { Authenticated } from '../authentication/outcome.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import type { ReadContext } from '../session/read.ts'
import type { SignedIn } from '../session/state.ts'
import {
  type CallbackFailed,
  type CallbackRequest,
  type RedeemedCallback,
  redeemCallback,
} from './redeemCallback.ts'

/** What a callback ends in; `cookieChanges` are to be applied in both cases. */
export type CallbackOutcome =
  | {
      readonly status: 'signed-in'
      readonly session: SignedIn
      readonly oauthTokens: Authenticated['oauthTokens']
      readonly returnTo: string
      readonly cookieChanges: readonly CookieChange[]
    }
  | CallbackFailed

/** Ends a hosted sign-in. A session that the browser already has is only replaced by a new one. */
export async function completeSignIn(
  context: ReadContext,
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
  context: ReadContext,
  cookies: Cookies,
  { session, oauthTokens }: Authenticated,
  { returnTo, cookieChanges, failed }: RedeemedCallback,
): Promise<CallbackOutcome> {
  const begun = await beginSession(context, cookies, session)
  if (!begun) return failed('code-rejected')
  return {
    status: 'signed-in',
    session: begun.session,
    oauthTokens,
    returnTo,
    cookieChanges: [...cookieChanges, ...begun.cookieChanges],
  }
}
