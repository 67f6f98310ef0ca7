import { nothingYet, redirectTo } from '../http/answer.ts'
import { problemPage } from '../http/page.ts'
import { problemJson } from '../http/problem.ts'
import { routePath } from '../paths.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { returnToOf } from './returnTo.ts'

/**
 * Refreshes on behalf of pages that no proxy stands before, and sends the browser back. A refresh
 * that WorkOS refuses goes on to sign in; one that cannot be had now says so and keeps everything.
 */
export const refresh: RouteHandler = async (context) => {
  const { kit, cookies, kind, query, urlOf, basePath } = context
  if (kind === 'prefetch') return nothingYet()
  const returnTo = returnToOf(context, query.get('returnTo'))
  // Looked at less closely than the page does, a session would go round between the two.
  const strict = query.has('strict')
  const state = await kit.loadSession(cookies, { strict })
  switch (state.status) {
    case 'signed-out':
      return redirectTo(urlOf(routePath({ basePath, action: 'sign-in', returnTo })))
    case 'unavailable':
      return unavailable(context, { returnTo, strict, retryAfter: state.retryAfter })
    case 'signed-in':
      return state.claims.expiresAt * 1000 > kit.now()
        ? redirectTo(urlOf(returnTo), { cookieChanges: state.cookieChanges })
        : skewed(kit.now() / 1000 - state.claims.expiresAt)
  }
}

function unavailable(
  { kind, urlOf, basePath }: RouteContext,
  { returnTo, strict, retryAfter }: { returnTo: string; strict: boolean; retryAfter: number },
): Response {
  const problem = {
    code: 'session_unavailable',
    message: 'The sign-in service cannot be reached now. You are still signed in.',
    retryAfter,
  } as const
  if (kind !== 'document') return problemJson(problem)
  return problemPage(problem, {
    title: 'One moment',
    message: 'We cannot renew your session right now. You are still signed in.',
    link: {
      href: urlOf(
        routePath({ basePath, action: 'refresh', returnTo, ...(strict && { strict: 1 }) }),
      ),
      label: 'Try again',
    },
    followAfter: Math.max(2, retryAfter),
  })
}

/** A fresh token that is over already would send the browser round in circles. */
function skewed(seconds: number): Response {
  return problemJson({
    code: 'clock_skew',
    message: `A fresh access token expired ${Math.round(seconds)} s ago: the clocks of this server and WorkOS differ.`,
  })
}
