import {
  type AuthKit,
  type CallbackOutcome,
  createWorkOS,
  publishEvent,
  type SignedIn,
  safeReturnTo,
} from '@latchkey/core'
import { redirectTo, withCookies } from '../http/answer.ts'
import { orNavigation } from '../http/navigation.ts'
import { problemPage } from '../http/page.ts'
import type { Problem } from '../http/problem.ts'
import { routePath } from '../paths.ts'
import { readAppState } from './appState.ts'
import type { RouteContext } from './context.ts'
import { returnToOf } from './returnTo.ts'
import type { CompletedSignIn, SignInVeto } from './signInHooks.ts'

type Completed = Exclude<CallbackOutcome, { status: 'failed' }>

/** What the product's hooks make of a sign-in. */
export type Settlement =
  | { readonly kind: 'signed-in'; readonly returnTo: string }
  /** The sign-in counts, and the hook has said where it leads. */
  | { readonly kind: 'sent-on'; readonly response: Response }
  /** Nobody is signed in; the response says why. */
  | { readonly kind: 'ended'; readonly response: Response }

/** Asks the product's hooks; whatever they refuse ends at WorkOS too, and leaves no session. */
export async function settle(context: RouteContext, outcome: Completed): Promise<Settlement> {
  const { beforeSession, onSuccess } = context.hooks
  const { kit, request } = context
  const returnTo = returnToOf(context, outcome.returnTo)
  if (outcome.status === 'unavailable') return unjudged(context, outcome, returnTo)
  const { session, oauthTokens, cookieChanges } = outcome
  const withoutSession = cookieChanges.filter(({ name }) => !isSessionCookie(context, name))
  const ended = async (response: Response): Promise<Settlement> => {
    await endAtWorkOS(kit, session)
    return { kind: 'ended', response: withCookies(response, withoutSession) }
  }
  try {
    const appState = await readAppState(context.appState, outcome.appState)
    const signIn: CompletedSignIn = { session, oauthTokens, appState, returnTo, request, kit }
    const veto = await orNavigation(request, () => beforeSession?.(signIn))
    if (veto instanceof Response) return ended(veto)
    if (veto) {
      tellFailure(kit, 'vetoed')
      return ended(vetoed(context, veto))
    }
    const next = await orNavigation(request, () => onSuccess?.(signIn))
    if (next instanceof Response) {
      return { kind: 'sent-on', response: withCookies(next, cookieChanges) }
    }
    return { kind: 'signed-in', returnTo: next ? returnToOf(context, next.returnTo) : returnTo }
  } catch (error) {
    tellFailure(kit, 'hook-failed')
    console.error('Latchkey: a hook of authRoutes() failed, so nobody was signed in.', error)
    return ended(failed(context))
  }
}

/**
 * Claims that are not as declared say nothing to a hook, and one that cannot ask must not let pass:
 * the session would hold as soon as the claims are mended.
 */
function unjudged(
  context: RouteContext,
  { cookieChanges, issues }: Extract<Completed, { status: 'unavailable' }>,
  returnTo: string,
): Settlement {
  const { beforeSession, onSuccess } = context.hooks
  if (!beforeSession && !onSuccess) return { kind: 'signed-in', returnTo }
  tellFailure(context.kit, 'hook-failed')
  console.error(
    'Latchkey: nobody was signed in, because the custom claims are not as declared.',
    issues,
  )
  const changes = cookieChanges.filter(({ name }) => !isSessionCookie(context, name))
  return { kind: 'ended', response: withCookies(failed(context), changes) }
}

/** A sign-in may leave the leavings of an older session alone, and its own state must go. */
function isSessionCookie({ kit }: RouteContext, name: string): boolean {
  const session = kit.config.cookie.name
  return name === session || name.startsWith(`${session}.`)
}

function vetoed(context: RouteContext, veto: SignInVeto): Response {
  return 'redirectTo' in veto
    ? redirectTo(context.urlOf(safeReturnTo(veto.redirectTo)), { status: 303 })
    : explain(context, { code: 'sign_in_refused', message: veto.refuse })
}

function failed(context: RouteContext): Response {
  return explain(context, {
    code: 'sign_in_failed',
    message: 'Something went wrong on our side while signing you in.',
  })
}

function explain({ urlOf, basePath }: RouteContext, problem: Problem): Response {
  return problemPage(problem, {
    title: 'You are not signed in',
    message: problem.message,
    detail: problem.code,
    link: {
      href: urlOf(routePath({ basePath, action: 'sign-in', returnTo: '/' })),
      label: 'Sign in again',
    },
  })
}

function tellFailure(kit: AuthKit, reason: 'vetoed' | 'hook-failed'): void {
  publishEvent(kit, () => ({ name: 'sign-in', outcome: 'failed', reason, code: undefined }))
}

/** What cannot be ended now ends by itself: nobody has its tokens. */
async function endAtWorkOS(kit: AuthKit, { claims }: SignedIn): Promise<void> {
  const { sessionId } = claims
  await createWorkOS(kit)
    .sessions.revoke({ sessionId })
    .catch(() => undefined)
}
