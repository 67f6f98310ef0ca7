import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { serveApi } from './api/api.ts'
import { ApiError, plainError } from './api/apiError.ts'
import { serveIdempotency } from './api/idempotency.ts'
import { serveRateLimits } from './api/rateLimits.ts'
import { iconHref, serveAssets } from './assets.ts'
import { timeOutSsoSessions } from './authentication/ssoSession.ts'
import { serveAuthkit } from './authkit/authkit.ts'
import { showMessage } from './authkit/message.tsx'
import { PageError } from './authkit/pageError.ts'
import { isoTime } from './clock.ts'
import { serveConsole } from './console/console.ts'
import { serveControl } from './control/control.ts'
import type { RequestRefusal } from './control/requestLog.ts'
import { ConnectionResetError, cutConnection, strikeRequest } from './control/strikeRequest.ts'
import type { AppEnv } from './environment.ts'
import type { Environments } from './environments/environments.ts'
import { resolveEnvironment } from './environments/resolveEnvironment.ts'
import { servePortalPages } from './portal/portal.tsx'

/** The whole emulator as one Hono app. */
export function createApp(environments: Environments): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  app.use(async (context, next) => {
    const began = performance.now()
    // Whatever goes wrong while it is found out is the main environment's.
    context.set('environment', environments.main)
    context.set('requestId', requestIdOf(context))
    context.header('X-Request-ID', context.var.requestId)
    const ipAddress = remoteAddress(context)
    if (ipAddress !== undefined) context.set('ipAddress', ipAddress)
    const environment = await resolveEnvironment(context, environments)
    context.set('environment', environment)
    timeOutSsoSessions(environment)
    const struck = await strikeRequest(context)
    if (struck === 'reset') {
      logRequest(context, { status: 0, began })
      return cutConnection(context)
    }
    if (struck) context.res = struck
    else await next()
    // What was answered must be kept: nothing is sent before it is.
    environment.store.flush()
    logRequest(context, { status: context.res.status, began })
    return undefined
  })
  app.onError((error, context) => answerError(context, error))

  app.get('/health', (context) => context.json({ status: 'ok' }))
  app.get('/', (context) => context.redirect('/_emulator/console', 302))
  app.get('/favicon.ico', (context) => context.redirect(iconHref, 302))
  serveAssets(app)
  serveRateLimits(app)
  serveIdempotency(app)
  serveConsole(app, environments)
  serveControl(app, environments)
  serveAuthkit(app)
  servePortalPages(app)
  serveApi(app)
  app.all('/authkit/*', () => {
    throw new PageError(404, {
      title: 'There is no such page',
      text: 'Go back to the application and sign in again.',
    })
  })
  app.notFound(({ req }) => {
    const operation = `${req.method} ${req.path}`
    throw plainError(501, 'not_implemented', `The emulator does not implement ${operation}.`, {
      operation,
    })
  })
  return app
}

async function answerError(context: Context<AppEnv>, error: unknown): Promise<Response> {
  if (error instanceof ApiError) {
    context.set('refusal', refusalIn(error))
    return context.json(error.body, error.status)
  }
  if (error instanceof ConnectionResetError) throw error
  if (error instanceof HTTPException) return error.getResponse()
  if (error instanceof PageError) return showMessage(context, error)
  const { logger } = context.var.environment
  logger.error(`${context.req.method} ${context.req.path} failed:`, error)
  const message = error instanceof Error ? error.message : String(error)
  return context.json({ code: 'emulator_error', message }, 500)
}

function requestIdOf({ req }: Context<AppEnv>): string {
  const sent = req.header('x-request-id')
  return sent !== undefined && /^[\w.:-]{1,128}$/.test(sent) ? sent : `req_${randomUUID()}`
}

/** The socket that @hono/node-server passes along; there is none in process. */
function remoteAddress({ env }: Context<AppEnv>): string | undefined {
  const bindings = env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return bindings?.incoming?.socket?.remoteAddress
}

/** What a refusal says, in whichever envelope, and nothing else of it. */
function refusalIn({ body, message }: ApiError): RequestRefusal {
  const code = body.code ?? body.error
  return { ...(typeof code === 'string' && { code }), message }
}

function logRequest(
  context: Context<AppEnv>,
  { status, began }: { status: number; began: number },
): void {
  const { environment, grantType, fault, refusal } = context.var
  const { method, path } = context.req
  if (path.startsWith('/_emulator/')) {
    if (method !== 'GET') environment.changes.emit()
    return
  }
  environment.requests.add({
    time: isoTime(environment.clock.now()),
    method,
    path: withoutTokens(path),
    status,
    duration: Math.round((performance.now() - began) * 10) / 10,
    ...(refusal && { error: refusal }),
    ...(grantType !== undefined && { grantType }),
    ...(fault !== undefined && { fault }),
  })
  environment.changes.emit()
}

/** Some paths end in what opens a door. */
const withoutTokens = (path: string): string =>
  path.replace(/(\/(?:by_token|download)\/)[^/]+$/, '$1…')
