import { type CallbackOutcome, type CookieChange, createWorkOS } from '@latchkey/core'
import { unstable_rethrow } from '#next/navigation'
import { redirectTo, withCookies } from '../http/answer.ts'
import { problemPage } from '../http/page.ts'
import type { Problem } from '../http/problem.ts'
import { writeCookies } from '../http/writeCookies.ts'
import { routePath } from '../paths.ts'
import type { RouteContext } from './context.ts'
import { returnToOf } from './returnTo.ts'
import type { CompletedSignIn } from './signInHooks.ts'

type Completed = Extract<CallbackOutcome, { status: 'signed-in' }>

/** What the product's hooks make of a sign-in. */
export type Settlement =
  | { readonly kind: 'signed-in'; readonly returnTo: string }
  /** Nobody is signed in; the response says why. */
  | { readonly kind: 'ended'; readonly response: Response }

/** Asks the product's hooks; whatever they refuse ends at WorkOS too, and leaves no cookie. */
export async function settle(context: RouteContext, outcome: Completed): Promise<Settlement> {
  const { session, oauthTokens, cookieChanges } = outcome
  const { beforeSession, onSuccess } = context.hooks
  const returnTo = returnToOf(context, outcome.returnTo)
  const signIn: CompletedSignIn = {
    session,
    oauthTokens,
    returnTo,
    request: context.request,
    kit: context.kit,
  }
  const spent = cookieChanges.filter(({ kind }) => kind === 'clear')
  try {
    const veto = await beforeSession?.(signIn)
    if (veto !== undefined) {
      await endAtWorkOS(signIn)
      const response =
        'redirectTo' in veto
          ? redirectTo(context.appUrl + veto.redirectTo, { status: 303 })
          : refused(context, { code: 'sign_in_refused', message: veto.refuse })
      return { kind: 'ended', response: withCookies(response, spent) }
    }
  } catch (error) {
    await endAtWorkOS(signIn)
    return failed(context, { error, cookieChanges: spent, ofNext: spent })
  }
  try {
    const next = await onSuccess?.(signIn)
    return { kind: 'signed-in', returnTo: next ? returnToOf(context, next.returnTo) : returnTo }
  } catch (error) {
    const settlement = await failed(context, { error, cookieChanges: spent, ofNext: cookieChanges })
    await endAtWorkOS(signIn)
    return settlement
  }
}

/** Next's own errors (`redirect()`, `notFound()`) go on, and carry their cookies with them. */
async function failed(
  context: RouteContext,
  {
    error,
    cookieChanges,
    ofNext,
  }: {
    error: unknown
    cookieChanges: readonly CookieChange[]
    ofNext: readonly CookieChange[]
  },
): Promise<Settlement> {
  try {
    unstable_rethrow(error)
  } catch (navigation) {
    await writeCookies(ofNext)
    throw navigation
  }
  console.error('Latchkey: a hook of authRoutes() failed, so nobody was signed in.', error)
  const response = refused(context, {
    code: 'sign_in_failed',
    message: 'Something went wrong on our side while signing you in.',
  })
  return { kind: 'ended', response: withCookies(response, cookieChanges) }
}

function refused({ appUrl, basePath }: RouteContext, problem: Problem): Response {
  return problemPage(problem, {
    title: 'You are not signed in',
    message: problem.message,
    detail: problem.code,
    link: {
      href: appUrl + routePath({ basePath, action: 'sign-in', returnTo: '/' }),
      label: 'Sign in again',
    },
  })
}

/** What cannot be ended now ends by itself: nobody has its tokens. */
async function endAtWorkOS({ kit, session }: CompletedSignIn): Promise<void> {
  const { sessionId } = session.claims
  await createWorkOS(kit)
    .sessions.revoke({ sessionId })
    .catch(() => undefined)
}
