// One of several instances of a product: an HTTP server in a process of its own, which shares with
// the others what Redis holds. The parent moves its clock.
import { createServer } from 'node:http'
import {
  authKitFor,
  parseCookies,
  readEnvironment,
  type SessionState,
  serializeCookieChange,
} from '@latchkey/core'
import {
  createWebhookReceiver,
  revocationHandlers,
  type WebhookHandlers,
} from '@latchkey/core/webhooks'
import { createClient } from 'redis'
import {
  createRedisCoordinator,
  createRedisReplayGuard,
  createRedisRevocations,
} from '../../src/index.ts'

let clockOffset = 0
let webhookSecret: string | undefined
const tell = (message: object) => process.send?.(message)

const client = createClient({ url: process.env.REDIS_URL ?? '' })
client.on('error', () => {})
void client.connect()

const kit = authKitFor(readEnvironment(process.env), {
  now: () => Date.now() + clockOffset,
  coordinator: createRedisCoordinator({ client }),
  revocations: createRedisRevocations({ client }),
  onEvent: (event) => {
    if (event.name === 'coordinator') tell({ event: event.outcome })
  },
})

const replay = createRedisReplayGuard({ client })

const receive = (request: Request) =>
  createWebhookReceiver({
    secrets: webhookSecret,
    replay,
    handlers: [revocationHandlers(kit.revocations), handled],
    now: () => Date.now() + clockOffset,
  })(request)

const handled: WebhookHandlers = { 'session.revoked': () => tell({ event: 'handled' }) }

const statuses = { 'signed-in': 200, 'signed-out': 401, unavailable: 503 } as const

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/webhook') return receive(request)
  const cookies = parseCookies(request.headers.get('cookie'))
  const state = await kit.loadSession(cookies, { strict: pathname === '/strict' })
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  for (const change of state.cookieChanges) {
    headers.append('set-cookie', serializeCookieChange(change))
  }
  return Response.json(bodyOf(state), { status: statuses[state.status], headers })
}

function bodyOf(state: SessionState) {
  return state.status === 'signed-in' ? { email: state.user.email } : { reason: state.reason }
}

const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method = 'GET', url = '/' } = incoming
  const response = await answer(
    new Request(`http://127.0.0.1${url}`, {
      method,
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
        name,
        `${value}`,
      ]),
      ...(method === 'POST' && { body: Buffer.concat(chunks) }),
    }),
  )
  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  outgoing.end(await response.text())
})

process.on('message', (settings: { clockOffset?: number; webhookSecret?: string }) => {
  clockOffset = settings.clockOffset ?? clockOffset
  webhookSecret = settings.webhookSecret ?? webhookSecret
  tell({ settings })
})
process.on('disconnect', () => process.exit())

server.listen(0, '127.0.0.1', () => tell({ address: server.address() }))
