import { plainCode } from '../authentication/failure.ts'
import { authenticateWithCode } from '../authentication/grants/authenticateWithCode.ts'
import type { NextStep } from '../authentication/nextStep.ts'
import type { Authenticated } from '../authentication/outcome.ts'
import type { Visitor } from '../authentication/visitor.ts'
import type { Context } from '../context.ts'
import type { CookieChange, Cookies } from '../session/cookies.ts'
import type { AppState } from './appState.ts'
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

/** A callback that signs nobody in. */
export interface CallbackFailed {
  readonly status: 'failed'
  readonly failure: CallbackFailure
  /** WorkOS's own code, e.g. `access_denied`, where it gave one. */
  readonly code: string | undefined
  /** Where the person wanted to go. */
  readonly returnTo: string
  /** What the product sent along, for another try. */
  readonly appState: AppState | undefined
  /** Whether this sign-in was a second try already. */
  readonly restarted: boolean
  readonly cookieChanges: readonly CookieChange[]
}

/** A callback of this browser's own sign-in, whose code WorkOS took. */
export interface RedeemedCallback {
  readonly status: 'redeemed'
  readonly outcome: Authenticated | NextStep
  /** Where the person wanted to go. */
  readonly returnTo: string
  /** What the product sent along. */
  readonly appState: AppState | undefined
  /** Spends the cookie that bound the sign-in. */
  readonly cookieChanges: readonly CookieChange[]
  readonly failed: (failure: CallbackFailure, code?: string) => CallbackFailed
}

/** What WorkOS brought back. */
export interface CallbackRequest extends Visitor {
  readonly query: URLSearchParams
}

/** Checks that this browser began the sign-in, and redeems its code. */
export async function redeemCallback(
  context: Context,
  cookies: Cookies,
  { query, ...visitor }: CallbackRequest,
): Promise<RedeemedCallback | CallbackFailed> {
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
    case 'unavailable':
      return failed('unavailable', { query, pending })
    case 'failed':
      return failed('code-rejected', { ...details, code: outcome.rawCode })
    default:
      return {
        status: 'redeemed',
        outcome,
        returnTo: returnToOf(pending),
        appState: pending.appState,
        cookieChanges,
        failed: (failure, code) => failed(failure, { ...details, code }),
      }
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
  { query, code, pending, cookieChanges = [] }: FailureDetails,
): CallbackFailed {
  const told = code ?? query.get('error')
  return {
    status: 'failed',
    failure,
    code: told === null ? undefined : plainCode(told),
    returnTo: returnToOf(pending),
    appState: pending?.appState,
    restarted: pending?.restarted ?? false,
    cookieChanges,
  }
}

function returnToOf(pending: PendingSignIn | undefined): string {
  return safeReturnTo(pending?.returnPathname ?? '/')
}
