import {
  type AuthKit,
  type CallbackFailed,
  type CallbackFailure,
  type CookieChange,
  publishEvent,
  SessionTooLargeError,
  type SignedIn,
  subjectOf,
} from '@latchkey/core'
import { redirectTo, withCookies } from '../http/answer.ts'
import { forwardingPage, problemPage } from '../http/page.ts'
import { problemJson } from '../http/problem.ts'
import { routePath } from '../paths.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { returnToOf } from './returnTo.ts'
import { settle } from './settle.ts'

/** Ends a hosted sign-in and brings the person back to where they wanted to go. */
export const callback: RouteHandler = async (context) => {
  const { kit, cookies, query, request } = context
  const userAgent = request.headers.get('user-agent') ?? undefined
  const outcome = await kit.completeSignIn(cookies, { query, userAgent }).catch(tooLarge)
  if (outcome instanceof SessionTooLargeError) return explainTooLarge(context, outcome)
  if (outcome.status === 'failed') return recover(context, outcome)
  const settlement = await settle(context, outcome)
  if (settlement.kind === 'ended') return settlement.response
  if (outcome.status === 'signed-in') tellCompleted(kit, outcome.session)
  if (settlement.kind === 'sent-on') return settlement.response
  const { cookieChanges } = outcome
  return arrive(context, { returnTo: settlement.returnTo, cookieChanges })
}

function tooLarge(error: unknown): SessionTooLargeError {
  if (error instanceof SessionTooLargeError) return error
  throw error
}

/** Trying again would not help; the log says what would. */
function explainTooLarge(context: RouteContext, error: SessionTooLargeError): Response {
  console.error('Latchkey: a session does not fit into cookies, so nobody was signed in.', error)
  publishEvent(context.kit, () => ({
    name: 'sign-in',
    outcome: 'failed',
    reason: 'session-too-large',
    code: undefined,
  }))
  const problem = {
    code: 'session_too_large',
    message: 'Your account carries more permissions than this product can keep in a browser.',
  } as const
  return problemPage(problem, {
    title: 'Sign-in did not finish',
    message: `${problem.message} Tell the people who run it.`,
    detail: problem.code,
    link: { href: context.urlOf('/'), label: 'Back to the start' },
  })
}

function tellCompleted(kit: AuthKit, { claims, authenticationMethod }: SignedIn): void {
  publishEvent(kit, () => ({
    name: 'sign-in',
    outcome: 'completed',
    subject: subjectOf(claims),
    authenticationMethod,
  }))
}

function arrive(
  context: RouteContext,
  { returnTo, cookieChanges }: { returnTo: string; cookieChanges: readonly CookieChange[] },
): Response {
  const url = context.urlOf(returnTo)
  // A browser keeps strict cookies back from a redirect that another site began.
  if (context.kit.config.cookie.sameSite === 'strict') {
    return withCookies(forwardingPage(url), cookieChanges)
  }
  return redirectTo(url, { status: 303, cookieChanges })
}

/**
 * Whoever is signed in already goes on, unless WorkOS itself began this: an impersonation must not
 * end as oneself. Else a sign-in that broke on the way starts over, once; what would break again
 * gets a page that says so.
 */
async function recover(context: RouteContext, outcome: CallbackFailed): Promise<Response> {
  const { kit, cookies, kind, urlOf } = context
  const { cookieChanges, failure, code } = outcome
  publishEvent(kit, () => ({ name: 'sign-in', outcome: 'failed', reason: failure, code }))
  const returnTo = returnToOf(context, outcome.returnTo)
  if (outcome.failure !== 'provider-error' && outcome.failure !== 'state-missing') {
    const current = await kit.loadSession(cookies)
    if (current.status === 'signed-in') {
      const changes = [...cookieChanges, ...current.cookieChanges]
      return redirectTo(urlOf(returnTo), { status: 303, cookieChanges: changes })
    }
  }
  if (kind === 'document' && startsOver[outcome.failure] && !outcome.restarted) {
    const again = routePath({
      basePath: context.basePath,
      action: 'sign-in',
      returnTo,
      appState: outcome.appState,
    })
    return redirectTo(urlOf(`${again}&restarted`), { status: 303, cookieChanges })
  }
  return withCookies(explain(context, { ...outcome, returnTo }), cookieChanges)
}

/** Which failures a fresh start can mend. */
const startsOver = {
  'state-missing': true,
  'state-unbound': true,
  'state-unreadable': true,
  'code-missing': true,
  'code-rejected': true,
  'provider-error': false,
  unavailable: false,
} as const satisfies Record<CallbackFailure, boolean>

function explain(context: RouteContext, outcome: CallbackFailed): Response {
  const { failure, code } = outcome
  const problem =
    failure === 'unavailable'
      ? { code: 'session_unavailable' as const, message: messages[failure], retryAfter: 2 }
      : { code: 'callback_failed' as const, message: messages[failure] }
  if (context.kind !== 'document') return problemJson(problem)
  const again = routePath({
    basePath: context.basePath,
    action: 'sign-in',
    returnTo: outcome.returnTo,
    appState: outcome.appState,
  })
  return problemPage(problem, {
    title: 'Sign-in did not finish',
    message: messages[failure],
    detail: code === undefined ? failure : `${failure} · ${code}`,
    link: { href: context.urlOf(again), label: 'Sign in again' },
  })
}

const messages = {
  'state-missing': 'This sign-in did not begin in this browser.',
  'state-unbound':
    'This sign-in did not begin in this browser, or its cookie was blocked or removed.',
  'state-unreadable': 'This sign-in took too long, or it was begun by an older version.',
  'code-missing': 'The sign-in service sent no code.',
  'code-rejected': 'The sign-in service no longer accepts this code.',
  'provider-error': 'The sign-in was cancelled or refused.',
  unavailable: 'The sign-in service cannot be reached right now. Nothing is lost: try again.',
} as const satisfies Record<CallbackFailure, string>
