import { withCookies } from '../http/answer.ts'
import { problemJson } from '../http/problem.ts'
import { toClientAuth } from '../server/clientAuth.ts'
import type { RouteHandler } from './context.ts'

/** The session as the browser may know it, refreshed where due. Carries no token. */
export const session: RouteHandler = async ({ kit, cookies }) => {
  const state = await kit.loadSession(cookies)
  if (state.status === 'unavailable') {
    return problemJson({
      code: 'session_unavailable',
      message: 'The session cannot be checked now.',
      retryAfter: state.retryAfter,
    })
  }
  const body = Response.json(toClientAuth(state), {
    headers: { 'cache-control': 'private, no-store' },
  })
  return withCookies(body, state.cookieChanges)
}
