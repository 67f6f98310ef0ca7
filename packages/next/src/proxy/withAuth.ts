import {
  type AuthKit,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  publishEvent,
  type SessionState,
} from '@latchkey/core'
import { type NextMiddleware, type NextRequest, NextResponse } from 'next/server.js'
import { unstored, withCookies } from '../http/answer.ts'
import { type RequestKind, requestKind } from '../http/requestKind.ts'
import { type KitOptions, kitFrom, sourceOf } from '../kit.ts'
import { DEFAULT_BASE_PATH, routeAction } from '../paths.ts'
import type { AuthState } from '../server/auth.ts'
import { accessBehind } from './accessBehind.ts'
import { type Access, type AccessRule, compileAccess } from './accessRules.ts'
import { type Decision, decide, type Refusal } from './decide.ts'
import type { Forbidden } from './forbidden.ts'
import { goesOn } from './overrideRequestHeaders.ts'
import { type Onward, passOn, passOnAgain } from './passOn.ts'
import { refusal } from './refusal.ts'
import { requestEvent, serverTiming } from './requestEvent.ts'
import type { Unauthenticated } from './unauthenticated.ts'

/** Options of {@link withAuth}. */
export interface WithAuthOptions<Declared = unknown> extends KitOptions<Declared> {
  /**
   * Paths open to everybody: `/pricing`, `/blog/:slug`, `/docs/:path*`. Everything else that the
   * proxy matches needs a session.
   */
  readonly publicPaths?: readonly string[]
  /** What some paths need beyond a session; all rules that match a path apply. */
  readonly rules?: readonly AccessRule[]
  /** Where the signed-out are sent; WorkOS's hosted pages unless it says otherwise. */
  readonly unauthenticated?: Unauthenticated
  /** What somebody sees who is signed in and may not see a page; a plain page where left out. */
  readonly forbidden?: Forbidden<Declared>
  /** Where the kit's routes are mounted. */
  readonly basePath?: string
  /** Whether responses tell in `Server-Timing` how long the kit took and what it decided. */
  readonly serverTiming?: boolean
}

/** A function for `proxy.ts` (Next 16) or `middleware.ts` (Next 15). */
export type AuthProxy = (request: NextRequest) => Promise<Response>

/**
 * The product's own proxy: localization, rewrites, headers. It is called for requests that pass,
 * and knows who asks. Where it returns nothing, the request goes on.
 */
export type ProxyHandler<Declared = unknown> = (
  request: NextRequest,
  context: { readonly auth: AuthState<Declared> },
) => ReturnType<NextMiddleware>

/**
 * Guards what the proxy matches and refreshes sessions on the way. Documents of the signed-out are
 * sent to sign in, data requests get 401 with a stable code, and while WorkOS cannot be reached
 * nobody is signed out. Rules are compiled once.
 *
 * @throws {TypeError} for a path pattern or a rule that is not understood.
 * @throws {InputError} for a requirement that does not exist.
 *
 * @example
 * ```ts
 * // proxy.ts
 * import { withAuth } from '@latchkey/next/proxy'
 *
 * export const proxy = withAuth({ publicPaths: ['/'] })
 *
 * export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
 * ```
 *
 * @example With rules for some paths
 * ```ts
 * import { withAuth } from '@latchkey/next/proxy'
 *
 * export const proxy = withAuth({
 *   publicPaths: ['/', '/blog/:slug'],
 *   rules: [
 *     { path: '/admin/:path*', require: { role: 'admin' } },
 *     { path: '/admin/danger/:path*', require: { maxAge: 300 } },
 *   ],
 * })
 * ```
 *
 * @example With a proxy of your own behind it
 * ```ts
 * import { withAuth } from '@latchkey/next/proxy'
 * import { NextResponse } from 'next/server'
 *
 * export const proxy = withAuth((request, { auth }) => {
 *   const response = NextResponse.next()
 *   response.headers.set('x-audience', auth.status === 'signed-in' ? 'member' : 'guest')
 *   return response
 * })
 * ```
 */
export function withAuth<Declared>(options?: WithAuthOptions<Declared>): AuthProxy
export function withAuth<Declared>(
  handler: ProxyHandler<Declared>,
  options?: WithAuthOptions<Declared>,
): AuthProxy
export function withAuth<Declared>(
  first: ProxyHandler<Declared> | WithAuthOptions<Declared> = {},
  second: WithAuthOptions<Declared> = {},
): AuthProxy {
  const [handler, options] = typeof first === 'function' ? [first, second] : [undefined, first]
  const source = sourceOf(options)
  const basePath = options.basePath ?? DEFAULT_BASE_PATH
  const accessOf = compileAccess({
    publicPaths: options.publicPaths ?? [],
    rules: options.rules ?? [],
    unauthenticated: options.unauthenticated ?? 'hosted',
  })
  return async (request) => {
    const kit = kitFrom(source, request.headers)
    const { pathname } = request.nextUrl
    if (routeAction({ pathname, basePath, callbackPath: kit.config.callbackPath })) {
      return passOn({ request })
    }
    const kind = requestKind(request)
    const judge = async (access: Access, cookies: Cookies): Promise<Judgement<Declared>> => {
      const startedAt = performance.now()
      const state = await stateFor({ kind, cookies, kit, strict: access.strict })
      const decision = decide({ access, state, now: kit.now() })
      return { access, state, decision, duration: performance.now() - startedAt }
    }
    const tell = (response: Response, judgement: Judgement<Declared>): Response => {
      const describe = () => requestEvent({ ...judgement, kind, request })
      publishEvent(kit, describe)
      if (options.serverTiming) response.headers.append('server-timing', serverTiming(describe()))
      return response
    }
    const refuse = async (judgement: Judgement<Declared>, refused: Refusal): Promise<Response> => {
      const { access, state } = judgement
      const answer = await refusal(refused, {
        request,
        kind,
        config: kit.config,
        basePath,
        target: access.kind === 'public' ? 'hosted' : access.unauthenticated,
        forbidden: options.forbidden,
        auth: authOf(state),
      })
      return tell(withCookies(unstored(answer), state.cookieChanges), judgement)
    }

    const cookies = parseCookies(request.headers.get('cookie'))
    const asked = await judge(accessOf(pathname), cookies)
    const { access, state, decision } = asked
    if (decision.kind !== 'pass') return refuse(asked, decision)
    const response = await passOn({
      request,
      session: { cookies, state, access: access.kind, kit },
      onward: handler && withState(handler, state),
    })
    const accessRewritten = accessBehind({ response, request, asked: access, accessOf })
    if (accessRewritten === undefined) return tell(response, asked)
    const refreshed = parseCookies(cookieHeaderAfter(cookies, state.cookieChanges))
    const rewritten = await judge(accessRewritten, refreshed)
    if (rewritten.decision.kind !== 'pass') {
      const cookieChanges = [...state.cookieChanges, ...rewritten.state.cookieChanges]
      return refuse(
        { ...rewritten, state: { ...rewritten.state, cookieChanges } },
        rewritten.decision,
      )
    }
    const session = { cookies: refreshed, state: rewritten.state, access: access.kind, kit }
    return tell(passOnAgain(unstored(response), { request, session }), rewritten)
  }
}

/** What was found out about a request, and what is to be done with it. */
interface Judgement<Declared> {
  readonly access: Access
  readonly state: SessionState<Declared>
  readonly decision: Decision
  /** Milliseconds that it took. */
  readonly duration: number
}

function authOf<Declared>({
  cookieChanges: _,
  ...auth
}: SessionState<Declared>): AuthState<Declared> {
  return auth
}

/**
 * A handler that looks at who asks answers that person alone; what it only lets through is for
 * caches what the page makes it, as long as nobody is signed in.
 */
function withState<Declared>(
  handler: ProxyHandler<Declared>,
  state: SessionState<Declared>,
): Onward {
  return async (request) => {
    let looked = false
    const answer = await handler(request, {
      get auth() {
        looked = true
        return authOf(state)
      },
    })
    const response = answer ?? NextResponse.next()
    return looked && (state.status === 'signed-in' || !goesOn(response))
      ? unstored(response)
      : response
  }
}

/** A prefetch is a guess: it refreshes nothing, and a session that needs it counts as none. */
async function stateFor<Declared>({
  kind,
  cookies,
  kit,
  strict,
}: {
  kind: RequestKind
  cookies: Cookies
  kit: AuthKit<Declared>
  strict: boolean
}): Promise<SessionState<Declared>> {
  if (kind !== 'prefetch') return kit.loadSession(cookies, { strict })
  const state = await kit.readSession(cookies, { strict })
  return state.status === 'refresh-required'
    ? { status: 'unavailable', reason: 'refresh-unavailable', retryAfter: 1, cookieChanges: [] }
    : { ...state, cookieChanges: [] }
}
