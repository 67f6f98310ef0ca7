import { publishEvent } from '@latchkey/core'
import { nothingYet, redirectTo } from '../http/answer.ts'
import { problemPage } from '../http/page.ts'
import { problemJson } from '../http/problem.ts'
import { routePath } from '../paths.ts'
import { sentAppState } from './appState.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { returnToOf } from './returnTo.ts'

/**
 * Starts a hosted sign-in: `returnTo`, `loginHint`, `organizationId`, `invitationToken`, `maxAge`,
 * `appState`.
 */
export const signIn: RouteHandler = (context) => start(context, 'sign-in')

/** Starts a hosted sign-up. */
export const signUp: RouteHandler = (context) => start(context, 'sign-up')

/**
 * Where WorkOS itself sends people: what it began (an impersonation, an invitation, an application
 * launched from an identity provider) cannot be bound to this browser, so it begins anew here, and
 * WorkOS's own session does the rest.
 */
export const initiateLogin: RouteHandler = (context) =>
  start(context, context.query.has('invitation_token') ? 'sign-up' : 'sign-in')

/**
 * Only a document can be sent to another origin. A router that fetched this path is told so, and
 * asks again with a document; a prefetch begins nothing.
 */
async function start(context: RouteContext, screenHint: 'sign-in' | 'sign-up'): Promise<Response> {
  const { kit, cookies, kind, query } = context
  if (kind === 'prefetch') return nothingYet()
  if (kind !== 'document') {
    return problemJson({ code: 'unauthenticated', message: 'Open this address in the browser.' })
  }
  const sent = await sentAppState(context.appState, query.get('appState'))
  if (sent.kind === 'refused') return wrongLink(context, sent.message)
  const maxAge = secondsOf(query.get('maxAge'))
  const current = maxAge === undefined ? undefined : await currentOf(context)
  const { url, cookieChanges } = await kit.startSignIn(cookies, {
    screenHint,
    returnTo: returnToOf(context, query.get('returnTo')),
    loginHint: parameter(query, 'loginHint') ?? current?.loginHint,
    organizationId: parameter(query, 'organizationId') ?? current?.organizationId,
    invitationToken: parameter(query, 'invitationToken'),
    maxAge,
    appState: sent.appState,
    restarted: query.has('restarted'),
  })
  publishEvent(kit, () => ({ name: 'sign-in', outcome: 'started' }))
  return redirectTo(url, { cookieChanges })
}

/** A link that cannot work; the same without what it sends along can. */
function wrongLink({ urlOf, basePath }: RouteContext, message: string): Response {
  return problemPage(
    { code: 'app_state_invalid', message },
    {
      title: 'This link does not work',
      message,
      detail: 'app_state_invalid',
      link: { href: urlOf(routePath({ basePath, action: 'sign-in' })), label: 'Sign in' },
    },
  )
}

/** Who gives the new proof, so that nobody has to say who and where they are once more. */
async function currentOf({ kit, cookies }: RouteContext) {
  const session = await kit.readSession(cookies)
  if (session.status !== 'signed-in') return undefined
  return { loginHint: session.user.email, organizationId: session.claims.organizationId }
}

/** Links of a product spell parameters in camel case, those of WorkOS in snake case. */
function parameter(query: URLSearchParams, name: string): string | undefined {
  const wireName = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return query.get(name) ?? query.get(wireName) ?? undefined
}

/** Seconds; anything else asks for no fresh proof. */
function secondsOf(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}
