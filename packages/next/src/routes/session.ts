import type { AuthKit } from '@latchkey/core'
import { withCookies } from '../http/answer.ts'
import { problemJson } from '../http/problem.ts'
import { toClientAuth } from '../server/clientAuth.ts'
import type { RouteHandler } from './context.ts'

/**
 * Makes the route: the session as the browser may know it, refreshed where due. Carries no token,
 * and of the product's own claims those that are named.
 */
export function session(customClaims: readonly string[]): RouteHandler {
  return async ({ kit, cookies }) => {
    const state = await (kit as AuthKit<WithCustomClaims>).loadSession(cookies)
    if (state.status === 'unavailable') {
      return problemJson({
        code: 'session_unavailable',
        message: 'The session cannot be checked now.',
        retryAfter: state.retryAfter,
      })
    }
    const known =
      customClaims.length === 0 ? toClientAuth(state) : toClientAuth(state, { customClaims })
    const body = Response.json(known, { headers: { 'cache-control': 'private, no-store' } })
    return withCookies(body, state.cookieChanges)
  }
}

/** Whoever names claims has declared them. */
type WithCustomClaims = { readonly custom: Readonly<Record<string, unknown>> }
