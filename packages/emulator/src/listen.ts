import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import type { AppEnv, Logger } from './environment.ts'

/** An open port. */
export type Listener = { url: string; close(): Promise<void> }

const loopback = ['127.0.0.1', 'localhost', '::1']

/** A port that another process has. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another process. Stop it, or choose another port.`)
    this.name = 'PortTakenError'
  }
}

/** Opens a port for the app. Throws a `PortTakenError` when another process has it. */
export async function listen(
  app: Hono<AppEnv>,
  where: { port?: number; host?: string },
  logger: Logger,
): Promise<Listener> {
  const { port = 0, host = '127.0.0.1' } = where
  const local = loopback.includes(host)
  if (!local) {
    logger.warn(
      `The emulator listens on ${host}: whoever reaches this machine can read its emails and sign in as anybody.`,
    )
  }
  const { createAdaptorServer } = await import('@hono/node-server')
  const server = createAdaptorServer({
    fetch: (request, bindings) =>
      local && !isLocalHost(request.headers.get('host'))
        ? new Response('The emulator answers on this machine only.', { status: 421 })
        : app.fetch(request, bindings),
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTakenError(port) : error
  }
  return {
    url: `http://${nameOf(host)}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

/** Keeps out pages whose own host name was pointed at this machine (DNS rebinding). */
function isLocalHost(host: string | null): boolean {
  const name = host?.replace(/:\d+$/, '') ?? ''
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(name)
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
