import { createWorkOS, publishEvent } from '@latchkey/core'
import { redirectTo, withCookies } from '../http/answer.ts'
import { problemJson } from '../http/problem.ts'
import { shortForm } from '../http/shortForm.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { returnToOf } from './returnTo.ts'

/**
 * Signs out: clears every cookie of the kit, and sends the browser through WorkOS, which ends the
 * session there too. POST from this product's own pages only, so that no link, prefetch or foreign
 * page can do it.
 */
export const signOut: RouteHandler = async (context) => {
  const { kit, cookies, kind } = context
  if (!isSameOrigin(context)) {
    return problemJson({
      code: 'cross_origin',
      message: 'Sign-out must be posted by a page of this product.',
    })
  }
  const sessionId = await kit.sessionIdOf(cookies)
  const returnTo = await returnToUrl(context)
  const url =
    sessionId === undefined
      ? (returnTo ?? context.urlOf('/'))
      : kit.getLogoutUrl({ sessionId, ...(returnTo !== undefined && { returnTo }) })
  const cookieChanges = kit.clearCookies(cookies)
  if (sessionId !== undefined) await forget(context, sessionId)
  publishEvent(kit, () => ({ name: 'sign-out', sessionId }))
  if (kind === 'document') return redirectTo(url, { status: 303, cookieChanges })
  const answer = Response.json({ url }, { headers: { 'cache-control': 'private, no-store' } })
  return withCookies(answer, cookieChanges)
}

/**
 * Copies of the cookie end with it, where they are asked for here. A script may never follow the
 * URL that it gets, so WorkOS is told at once; none of both may keep anybody from signing out.
 */
async function forget({ kit, kind }: RouteContext, sessionId: string): Promise<void> {
  await Promise.allSettled([
    kit.revocations.revoke({ kind: 'session', sessionId }),
    kind === 'document' ? undefined : createWorkOS(kit).sessions.revoke({ sessionId }),
  ])
}

/** Fetch metadata where the browser sends it, else the `Origin` header; neither means no. */
function isSameOrigin({ request, kit }: RouteContext): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin') === kit.config.appUrl
}

/** Absolute, because WorkOS compares it with the sign-out redirects registered there. */
async function returnToUrl(context: RouteContext): Promise<string | undefined> {
  const form = await shortForm(context.request).catch(() => undefined)
  const value = form?.get('returnTo') ?? context.query.get('returnTo')
  return typeof value === 'string' ? context.urlOf(returnToOf(context, value)) : undefined
}
