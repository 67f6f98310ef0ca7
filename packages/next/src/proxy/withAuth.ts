import { type AuthKit, type Cookies, parseCookies, type SessionState } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { problemPage } from '../http/page.ts'
import { type Problem, problemJson } from '../http/problem.ts'
import { type RequestKind, requestKind } from '../http/requestKind.ts'
import { type KitOptions, kitFrom, sourceOf } from '../kit.ts'
import { DEFAULT_BASE_PATH, routeAction } from '../paths.ts'
import type { AuthState } from '../server/auth.ts'
import { decide } from './decide.ts'
import { type Onward, passOn } from './passOn.ts'
import { compilePublicPaths } from './publicPaths.ts'
import { answerUnauthenticated, pagesOf, type Unauthenticated } from './unauthenticated.ts'

/** Options of {@link withAuth}. */
export interface WithAuthOptions<Declared = unknown> extends KitOptions<Declared> {
  /**
   * Paths open to everybody: `/pricing`, `/blog/:slug`, `/docs/:path*`. Everything else that the
   * proxy matches needs a session.
   */
  readonly publicPaths?: readonly string[]
  /** Where the signed-out are sent; WorkOS's hosted pages unless it says otherwise. */
  readonly unauthenticated?: Unauthenticated
  /** Where the kit's routes are mounted. */
  readonly basePath?: string
}

/** A function for `proxy.ts` (Next 16) or `middleware.ts` (Next 15). */
export type AuthProxy = (request: NextRequest) => Promise<Response>

/**
 * The product's own proxy: localization, rewrites, headers. It is called for requests that pass,
 * and knows who asks.
 */
export type ProxyHandler<Declared = unknown> = (
  request: NextRequest,
  context: { readonly auth: AuthState<Declared> },
) => Response | Promise<Response>

/**
 * Guards what the proxy matches and refreshes sessions on the way. Documents of the signed-out are
 * sent to sign in, data requests get 401 with a stable code, and while WorkOS cannot be reached
 * nobody is signed out.
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
  const target = options.unauthenticated ?? 'hosted'
  const isPublic = compilePublicPaths([...(options.publicPaths ?? []), ...pagesOf(target)])
  return async (request) => {
    const kit = kitFrom(source, request.headers)
    const { pathname, search } = request.nextUrl
    const { appUrl, callbackPath } = kit.config
    if (routeAction({ pathname, basePath, callbackPath })) return passOn({ request })
    const access = isPublic(pathname) ? 'public' : 'protected'
    const kind = requestKind(request)
    const cookies = parseCookies(request.headers.get('cookie'))
    const state = await stateFor({ kind, cookies, kit })
    const decision = decide({ access, kind, state })
    switch (decision.kind) {
      case 'pass':
        return passOn({
          request,
          session: { cookies, state, access, kit },
          onward: handler && withState(handler, state),
        })
      case 'sign-in':
        return answerUnauthenticated({ target, request, basePath, appUrl })
      case 'unauthenticated':
        return problemJson(unauthenticated)
      case 'unavailable':
        return unavailable(kind, { retryAfter: decision.retryAfter, path: pathname + search })
    }
  }
}

const unauthenticated: Problem = {
  code: 'unauthenticated',
  message: 'Sign in to see this.',
}

function withState<Declared>(
  handler: ProxyHandler<Declared>,
  { cookieChanges: _, ...auth }: SessionState<Declared>,
): Onward {
  return async (request) => handler(request, { auth })
}

/** A prefetch is a guess: it refreshes nothing, and a session that needs it counts as none. */
async function stateFor<Declared>({
  kind,
  cookies,
  kit,
}: {
  kind: RequestKind
  cookies: Cookies
  kit: AuthKit<Declared>
}): Promise<SessionState<Declared>> {
  if (kind !== 'prefetch') return kit.loadSession(cookies)
  const state = await kit.readSession(cookies)
  return state.status === 'refresh-required'
    ? { status: 'unavailable', reason: 'refresh-unavailable', retryAfter: 1, cookieChanges: [] }
    : { ...state, cookieChanges: [] }
}

function unavailable(
  kind: RequestKind,
  { retryAfter, path }: { retryAfter: number; path: string },
): Response {
  const problem: Problem = {
    code: 'session_unavailable',
    message: 'The sign-in service cannot be reached now. You are still signed in.',
    retryAfter,
  }
  if (kind !== 'document') return problemJson(problem)
  return problemPage(problem, {
    title: 'One moment',
    message:
      'We cannot check your session right now. You are still signed in, and this page tries again by itself.',
    link: { href: path, label: 'Try again' },
    followAfter: Math.max(2, retryAfter),
  })
}
