import { beginSession } from '../authentication/beginSession.ts'
import { authenticateWithCode } from '../authentication/grants/authenticateWithCode.ts'
import type { Authenticated } from '../authentication/outcome.ts'
import type { Visitor } from '../authentication/visitor.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import type { ReadContext } from '../session/read.ts'
import type { SignedIn } from '../session/state.ts'
import { safeReturnTo } from './returnTo.ts'
import { checkState, openState, type PendingSignIn, releaseState } from './state.ts'

/** Why a callback did not sign anybody in. */
export type CallbackFailure =
  /** WorkOS sent an error instead of a code, e.g. because the person cancelled. */
  | 'provider-error'
  | 'code-missing'
  /** No state: nobody in this browser asked for this, or an impersonation or invitation began it. */
  | 'state-missing'
  /** The state is not one that this browser began. */
  | 'state-unbound'
  | 'state-unreadable'
  /**
   * WorkOS does not sign anybody in with the code: used, expired, not for this verifier, or it wants
   * another step first, which `code` names.
   */
  | 'code-rejected'
  | 'unavailable'

/** What a callback ends in; `cookieChanges` are to be applied in both cases. */
export type CallbackOutcome =
  | {
      readonly status: 'signed-in'
      readonly session: SignedIn
      readonly oauthTokens: Authenticated['oauthTokens']
      readonly returnTo: string
      readonly cookieChanges: readonly CookieChange[]
    }
  | {
      readonly status: 'failed'
      readonly failure: CallbackFailure
      /** WorkOS's own code, e.g. `access_denied`, where it gave one. */
      readonly code: string | undefined
      /** Where the person wanted to go. */
      readonly returnTo: string
      /** Whether this sign-in was a second try already. */
      readonly restarted: boolean
      readonly cookieChanges: readonly CookieChange[]
    }

/** What WorkOS brought back. */
export interface CallbackRequest extends Visitor {
  readonly query: URLSearchParams
}

/** Ends a hosted sign-in. A session that the browser already has is only replaced by a new one. */
export async function completeSignIn(
  context: ReadContext,
  cookies: Cookies,
  { query, ...visitor }: CallbackRequest,
): Promise<CallbackOutcome> {
  const state = query.get('state')
  if (!state) return failed(query.has('error') ? 'provider-error' : 'state-missing', { query })
  const cookieChanges = releaseState(context, cookies, state)
  const check = await checkState(context, cookies, state)
  if (check.kind === 'unreadable') return failed('state-unreadable', { query, cookieChanges })
  if (check.kind === 'unbound') {
    const foreign = await openState(context, state)
    return failed('state-unbound', { query, cookieChanges, pending: foreign })
  }
  const { pending } = check
  const details = { query, cookieChanges, pending }
  if (query.has('error')) return failed('provider-error', details)
  const code = query.get('code')
  if (!code) return failed('code-missing', details)
  const outcome = await authenticateWithCode(context, {
    code,
    codeVerifier: pending.codeVerifier,
    pendingAuthenticationToken: pending.pendingAuthenticationToken,
    ...visitor,
  })
  switch (outcome.status) {
    case 'authenticated':
      return signedIn(context, cookies, outcome, details)
    case 'unavailable':
      return failed('unavailable', { query, pending })
    case 'failed':
      return failed('code-rejected', { ...details, code: outcome.rawCode })
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
      return failed('code-rejected', { ...details, code: outcome.status })
  }
}

async function signedIn(
  context: ReadContext,
  cookies: Cookies,
  { session, oauthTokens }: Authenticated,
  details: FailureDetails & { cookieChanges: readonly CookieChange[] },
): Promise<CallbackOutcome> {
  const begun = await beginSession(context, cookies, session)
  if (!begun) return failed('code-rejected', details)
  return {
    status: 'signed-in',
    session: begun.session,
    oauthTokens,
    returnTo: safeReturnTo(details.pending?.returnPathname ?? '/'),
    cookieChanges: [...details.cookieChanges, ...begun.cookieChanges],
  }
}

interface FailureDetails {
  readonly query: URLSearchParams
  readonly code?: string | undefined
  readonly pending?: PendingSignIn | undefined
  readonly cookieChanges?: readonly CookieChange[]
}

function failed(
  failure: CallbackFailure,
  { query, code = query.get('error') ?? undefined, pending, cookieChanges = [] }: FailureDetails,
): CallbackOutcome {
  return {
    status: 'failed',
    failure,
    code,
    returnTo: safeReturnTo(pending?.returnPathname ?? '/'),
    restarted: pending?.restarted ?? false,
    cookieChanges,
  }
}
