import { redirectTo } from '../http/answer.ts'
import { problemJson } from '../http/problem.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { returnToOf } from './returnTo.ts'

/** Starts a hosted sign-in: `?returnTo`, `loginHint`, `organizationId`, `invitationToken`. */
export const signIn: RouteHandler = (context) => start(context, 'sign-in')

/** Starts a hosted sign-up. */
export const signUp: RouteHandler = (context) => start(context, 'sign-up')

/**
 * Only a document can be sent to another origin. A router that fetched this path is told so, and
 * asks again with a document; a prefetch begins nothing.
 */
async function start(context: RouteContext, screenHint: 'sign-in' | 'sign-up'): Promise<Response> {
  const { kit, cookies, kind, query } = context
  if (kind === 'prefetch') {
    return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })
  }
  if (kind !== 'document') {
    return problemJson({ code: 'unauthenticated', message: 'Open this address in the browser.' })
  }
  const { url, cookieChanges } = await kit.startSignIn(cookies, {
    screenHint,
    returnTo: returnToOf(context, query.get('returnTo')),
    loginHint: query.get('loginHint') ?? undefined,
    organizationId: query.get('organizationId') ?? undefined,
    invitationToken: query.get('invitationToken') ?? undefined,
    maxAge: secondsOf(query.get('maxAge')),
    restarted: query.has('restarted'),
  })
  return redirectTo(url, { cookieChanges })
}

/** Seconds; anything else asks for no fresh proof. */
function secondsOf(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}
