import { setTimeout } from 'node:timers/promises'
import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { Fault } from './faults.ts'

/** A connection that a fault cut. In process, `fetch` rejects with it. */
export class ConnectionResetError extends TypeError {
  readonly code = 'ECONNRESET'

  constructor() {
    super('The connection was reset by a fault.')
    this.name = 'ConnectionResetError'
  }
}

const messages: Record<number, string> = {
  401: 'Unauthorized',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/**
 * Lets the faults have the request first. Gives the answer when one of them decides it, and
 * `reset` when the connection is to be cut.
 */
export async function strikeRequest(
  context: Context<AppEnv>,
): Promise<Response | 'reset' | undefined> {
  const { method, path } = context.req
  if (path.startsWith('/_emulator') || path === '/health') return undefined

  const { hit, latency, decides } = context.var.environment.faults.strike({ method, path })
  const last = hit.at(-1)
  if (last) context.set('fault', last.id)
  if (latency > 0) await setTimeout(latency)
  if (!decides) return undefined
  return decides.reset ? 'reset' : refuse(context, decides)
}

function refuse(context: Context<AppEnv>, { status = 500, body, headers = {} }: Fault): Response {
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  if (status === 204 || status === 304) return context.body(null, status)
  if (typeof body === 'string') return context.body(body, status as 500)
  return context.json(body ?? { message: messages[status] ?? 'A fault.' }, status as 500)
}

/**
 * Destroys the socket that @hono/node-server passes along. There is none in process, where it
 * throws a `ConnectionResetError`.
 */
export function cutConnection({ env }: Context<AppEnv>): Response {
  const bindings = env as { incoming?: { socket?: { resetAndDestroy?(): void } } } | undefined
  const socket = bindings?.incoming?.socket
  if (!socket?.resetAndDestroy) throw new ConnectionResetError()
  socket.resetAndDestroy()
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}
