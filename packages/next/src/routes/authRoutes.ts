import { parseCookies } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { problemJson } from '../http/problem.ts'
import { requestKind } from '../http/requestKind.ts'
import { type KitOptions, kitFrom, sourceOf } from '../kit.ts'
import { DEFAULT_BASE_PATH, type RouteAction, routeAction } from '../paths.ts'
import { callback } from './callback.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { refresh } from './refresh.ts'
import { session } from './session.ts'
import { signIn, signUp } from './signIn.ts'
import { signOut } from './signOut.ts'

/** Options of {@link authRoutes}. */
export interface AuthRoutesOptions extends KitOptions {
  /** Where the file is mounted; `/auth` for `app/auth/[...latchkey]/route.ts`. */
  readonly basePath?: string
}

/** The exports of a route file. */
export interface AuthRoutes {
  /** `sign-in`, `sign-up`, `callback`, `refresh` and `session`; 404 or 405 as problem JSON else. */
  GET(request: NextRequest): Promise<Response>
  /** `sign-out`; 404 or 405 as problem JSON else. */
  POST(request: NextRequest): Promise<Response>
}

type Method = keyof AuthRoutes

const handlers: Record<RouteAction, Partial<Record<Method, RouteHandler>>> = {
  'sign-in': { GET: signIn },
  'sign-up': { GET: signUp },
  callback: { GET: callback },
  'sign-out': { POST: signOut },
  refresh: { GET: refresh },
  session: { GET: session },
}

/**
 * The routes of the kit: `sign-in`, `sign-up`, `callback`, `sign-out` (POST), `refresh`, `session`.
 *
 * @example
 * ```ts
 * // app/auth/[...latchkey]/route.ts
 * import { authRoutes } from '@latchkey/next/routes'
 *
 * export const { GET, POST } = authRoutes()
 * ```
 */
export function authRoutes(options: AuthRoutesOptions = {}): AuthRoutes {
  const basePath = options.basePath ?? DEFAULT_BASE_PATH
  const source = sourceOf(options)
  const answer = async (method: Method, request: NextRequest): Promise<Response> => {
    const kit = kitFrom(source, request.headers)
    const { pathname, searchParams } = request.nextUrl
    const action = routeAction({ pathname, basePath, callbackPath: kit.config.callbackPath })
    if (action === undefined) {
      return problemJson({ code: 'not_found', message: `Latchkey has no route ${pathname}.` })
    }
    const handler = handlers[action][method]
    if (handler === undefined) return methodNotAllowed(action)
    const context: RouteContext = {
      kit,
      request,
      query: searchParams,
      cookies: parseCookies(request.headers.get('cookie')),
      kind: requestKind(request),
      basePath,
      appUrl: `${kit.config.appUrl}${request.nextUrl.basePath}`,
    }
    return handler(context)
  }
  const get: AuthRoutes['GET'] = (request) => answer('GET', request)
  const post: AuthRoutes['POST'] = (request) => answer('POST', request)
  return { GET: get, POST: post }
}

function methodNotAllowed(action: RouteAction): Response {
  const allow = Object.keys(handlers[action]).join(', ')
  return problemJson({
    code: 'method_not_allowed',
    message: `Use ${allow} for ${action}.`,
    headers: { allow },
  })
}
