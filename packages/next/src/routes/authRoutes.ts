import { parseCookies } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { problemJson } from '../http/problem.ts'
import { requestKind } from '../http/requestKind.ts'
import { type KitOptions, kitFrom, sourceOf } from '../kit.ts'
import { browserUrl } from '../nextBasePath.ts'
import { DEFAULT_BASE_PATH, type RouteAction, routeAction } from '../paths.ts'
import type { AppStateSchema } from './appState.ts'
import { callback } from './callback.ts'
import type { RouteContext, RouteHandler } from './context.ts'
import { refresh } from './refresh.ts'
import { session } from './session.ts'
import { initiateLogin, signIn, signUp } from './signIn.ts'
import type { SignInHooks } from './signInHooks.ts'
import { signOut } from './signOut.ts'
import { type WebhookOptions, webhook } from './webhook.ts'

/** Options of {@link authRoutes}. */
export interface AuthRoutesOptions<Declared = unknown, State = unknown>
  extends KitOptions<Declared>,
    SignInHooks<Declared, State> {
  /** Where the file is mounted; `/auth` for `app/auth/[...latchkey]/route.ts`. */
  readonly basePath?: string
  /**
   * What a link may send along through a sign-in to the hooks, as a Standard Schema, e.g. of zod. A
   * link that sends something else is refused with `app_state_invalid`.
   */
  readonly appState?: AppStateSchema<State>
  /** How `webhook` receives; with `WORKOS_WEBHOOK_SECRET` set it needs nothing more. */
  readonly webhook?: WebhookOptions
  /** Which of the product's own claims the browser gets, by name; none unless named. */
  readonly customClaims?: readonly CustomClaimName<Declared>[]
}

type CustomClaimName<Declared> = Declared extends { readonly custom: infer Custom }
  ? keyof Custom & string
  : never

/** The exports of a route file. */
export interface AuthRoutes {
  /** Everything but `sign-out` and `webhook`; 404 or 405 as problem JSON else. */
  GET(request: NextRequest): Promise<Response>
  /** `sign-out` and `webhook`; 404 or 405 as problem JSON else. */
  POST(request: NextRequest): Promise<Response>
}

type Method = keyof AuthRoutes

type Handlers = Readonly<Record<RouteAction, Partial<Record<Method, RouteHandler>>>>

const handlersOf = <Declared, State>(options: AuthRoutesOptions<Declared, State>): Handlers => ({
  'sign-in': { GET: signIn },
  'sign-up': { GET: signUp },
  'initiate-login': { GET: initiateLogin },
  callback: { GET: callback },
  'sign-out': { POST: signOut },
  refresh: { GET: refresh },
  session: { GET: session(options.customClaims ?? []) },
  webhook: { POST: webhook(options.webhook ?? {}) },
})

/**
 * The routes of the kit: `sign-in`, `sign-up`, `callback`, `sign-out` (POST), `refresh`, `session`,
 * `initiate-login` (register it at WorkOS as the sign-in endpoint, so that invitations and
 * impersonation that begin there end signed in), and `webhook` (POST).
 *
 * @example
 * ```ts
 * // app/auth/[...latchkey]/route.ts
 * import { authRoutes } from '@latchkey/next/routes'
 *
 * export const { GET, POST } = authRoutes()
 * ```
 *
 * @example With a say in who may come in
 * ```ts
 * import { authRoutes } from '@latchkey/next/routes'
 *
 * export const { GET, POST } = authRoutes({
 *   beforeSession: ({ session }) =>
 *     session.user.emailVerified ? undefined : { refuse: 'Verify your e-mail address first.' },
 *   onSuccess: ({ session }) =>
 *     session.claims.organizationId === undefined ? { returnTo: '/welcome' } : undefined,
 * })
 * ```
 *
 * @example With something that a link sends along
 * ```ts
 * import { authRoutes } from '@latchkey/next/routes'
 * import * as z from 'zod'
 *
 * // <SignUpButton appState={{ plan: 'pro' }} />
 * export const { GET, POST } = authRoutes({
 *   appState: z.object({ plan: z.enum(['free', 'pro']) }),
 *   onSuccess: ({ appState }) =>
 *     appState?.plan === 'pro' ? { returnTo: '/checkout' } : undefined,
 * })
 * ```
 */
export function authRoutes<Declared = unknown, State = unknown>(
  options: AuthRoutesOptions<Declared, State> = {},
): AuthRoutes {
  const basePath = options.basePath ?? DEFAULT_BASE_PATH
  const handlers = handlersOf(options)
  // The hooks get sessions of the kit that they came with, which is where `Declared` is from.
  const { beforeSession, onSuccess } = options as SignInHooks
  const hooks = { ...(beforeSession && { beforeSession }), ...(onSuccess && { onSuccess }) }
  const source = sourceOf(options)
  const answer = async (method: Method, request: NextRequest): Promise<Response> => {
    const kit = kitFrom(source, request.headers)
    const { pathname, searchParams } = request.nextUrl
    const action = routeAction({ pathname, basePath, callbackPath: kit.config.callbackPath })
    if (action === undefined) {
      return problemJson({
        code: 'not_found',
        message: `Latchkey has no route ${pathname}.`,
      })
    }
    const handler = handlers[action][method]
    if (handler === undefined) return methodNotAllowed(action, handlers[action])
    const context: RouteContext = {
      kit,
      request,
      query: searchParams,
      cookies: parseCookies(request.headers.get('cookie')),
      kind: requestKind(request),
      basePath,
      urlOf: (path) => browserUrl(kit.config, path),
      hooks,
      appState: options.appState,
    }
    return handler(context)
  }
  const get: AuthRoutes['GET'] = (request) => answer('GET', request)
  const post: AuthRoutes['POST'] = (request) => answer('POST', request)
  return { GET: get, POST: post }
}

function methodNotAllowed(action: RouteAction, handlers: Handlers[RouteAction]): Response {
  const allow = Object.keys(handlers).join(', ')
  return problemJson({
    code: 'method_not_allowed',
    message: `Use ${allow} for ${action}.`,
    headers: { allow },
  })
}
