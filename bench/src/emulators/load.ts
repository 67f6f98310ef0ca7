import { Agent, request } from 'node:http'
import type { Running } from './contestant.ts'

/** A request that is sent again and again. */
export type Load = {
  readonly what: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Record<string, unknown>
}

const email = 'bench@home.example'
const password = 'open-sesame-42'

/** Makes a user, and gives the requests that are measured. */
export async function loadsFor({ url, apiKey }: Running): Promise<Load[]> {
  const made = await fetch(new URL('/user_management/users', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, email_verified: true }),
  })
  const { id } = (await made.json()) as { id: string }
  const client_id = 'client_emulator'
  const grant = { grant_type: 'password', client_id, client_secret: apiKey, email, password }
  return [
    { what: 'GET /user_management/users/:id', method: 'GET', path: `/user_management/users/${id}` },
    {
      what: 'POST /user_management/authenticate, password',
      method: 'POST',
      path: '/user_management/authenticate',
      body: grant,
    },
    { what: 'GET /sso/jwks/:client', method: 'GET', path: `/sso/jwks/${client_id}` },
  ]
}

const lanes = 8

/** Sends a request so often, over so many connections as a small product has; gives requests per second. */
export async function requestsPerSecond(
  emulator: Running,
  load: Load,
  times: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const start = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let sent = 0; sent < times / lanes; sent++) await send(emulator, load, agent)
    }),
  )
  const elapsed = performance.now() - start
  agent.destroy()
  return (times * 1000) / elapsed
}

function send({ url, apiKey }: Running, load: Load, agent: Agent): Promise<void> {
  const { method, path, what } = load
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { method, agent, headers }, (response) => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${what}: answered ${response.statusCode}, which is wrong.`))
      })
    })
    outgoing.once('error', reject)
    outgoing.end(load.body && JSON.stringify(load.body))
  })
}
