import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { WorkOS as OfficialSdk } from '@workos-inc/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AuthKit,
  authKitFor,
  createWorkOS,
  readEnvironment,
  type WorkOS,
} from '../../../src/index.ts'
import { endpoints } from '../../contract/declared.ts'
import { environment } from '../../support/environment.ts'
import { assignmentCalls } from './assignmentCalls.ts'
import { authorizationCalls } from './authorizationCalls.ts'
import { connectCalls } from './connectCalls.ts'
import { deliberate, withoutSdk } from './deliberate.ts'
import { exceptions } from './exceptions.ts'
import { grantCalls } from './grantCalls.ts'
import { organizationCalls } from './organizationCalls.ts'
import { peopleCalls } from './peopleCalls.ts'
import { pipesCalls } from './pipesCalls.ts'
import { platformCalls } from './platformCalls.ts'
import { calledBy, requestMadeBy, sdkMethods } from './sdkMethods.ts'
import { secretCalls } from './secretCalls.ts'

/** What counts of a request. */
interface OnTheWire {
  method: string
  path: string
  query: Record<string, string>
  authorization: string | undefined
  body: unknown
}

const seen: OnTheWire[] = []
const server = createServer(async (request, response) => {
  seen.push(await read(request))
  // A refusal ends every call after one request, whoever made it.
  response.writeHead(400, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code: 'recorded', message: 'recorded' }))
})

let clients: { sdk: OfficialSdk; keyless: OfficialSdk; kit: AuthKit; workos: WorkOS }

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const listening = server.address()
  if (listening === null || typeof listening === 'string') throw new Error('no port')
  const { port } = listening
  const env = {
    ...environment,
    WORKOS_API_HOSTNAME: '127.0.0.1',
    WORKOS_API_PORT: String(port),
    WORKOS_API_HTTPS: 'false',
  }
  const clientId = environment.WORKOS_CLIENT_ID
  const address = { apiHostname: '127.0.0.1', port, https: false }
  const kit = authKitFor(readEnvironment(env))
  clients = {
    sdk: new OfficialSdk(environment.WORKOS_API_KEY, { clientId, ...address }),
    keyless: new OfficialSdk({ clientId, ...address }),
    kit,
    workos: createWorkOS(kit),
  }
})

afterAll(() => {
  server.close()
})

async function read(request: IncomingMessage): Promise<OnTheWire> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
  return {
    method: request.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    authorization: request.headers.authorization,
    body: bodyOf(Buffer.concat(chunks).toString(), request.headers['content-type'] ?? ''),
  }
}

/** Deliberate: where there is nothing to say we send nothing; the SDK sends `{}` or an empty text. */
function bodyOf(text: string, type: string): unknown {
  if (text === '' || text === '{}') return undefined
  if (type.startsWith('application/json')) return JSON.parse(text)
  return { form: Object.fromEntries(new URLSearchParams(text)) }
}

async function requestOf(send: () => PromiseLike<unknown>): Promise<OnTheWire> {
  const before = seen.length
  await Promise.resolve(send()).catch(() => undefined)
  const [request, another] = seen.slice(before)
  if (!request || another) throw new Error('exactly one request was expected')
  return request
}

/**
 * Deliberate: the SDK adds `order=desc` to every list, which is what WorkOS does anyway. Not
 * compared: the SDK puts an idempotency key on every POST and names itself in `User-Agent`.
 */
function withoutDefaultOrder({ query: { order, ...query }, ...request }: OnTheWire): OnTheWire {
  return { ...request, query: order === 'desc' ? query : { ...query, ...(order && { order }) } }
}

const calls = [
  ...grantCalls,
  ...peopleCalls,
  ...organizationCalls,
  ...authorizationCalls,
  ...assignmentCalls,
  ...platformCalls,
  ...connectCalls,
  ...pipesCalls,
  ...secretCalls,
]

describe('on the wire, as the official SDK', () => {
  it.each(calls)('$name', async ({ name, theirs, ours }) => {
    const { sdk, keyless, kit, workos } = clients
    const expected = withoutDefaultOrder(await requestOf(() => theirs(sdk, keyless)))
    const sent = await requestOf(() => ours(workos, kit))
    const difference = deliberate[name]
    expect(sent).toEqual({ ...expected, ...difference?.ours })
    if (difference) expect(sent).not.toEqual(expected)
  })

  it('differs on purpose only in what is compared here', () => {
    const names = new Set(calls.map(({ name }) => name))
    expect(names.size).toBe(calls.length)
    expect(Object.keys(deliberate).filter((name) => !names.has(name))).toEqual([])
  })

  it('compares every grant that the SDK has', () => {
    const grants = Object.keys(clients.kit).filter((name) => name.startsWith('authenticateWith'))
    const compared = new Set(grantCalls.map(({ name }) => name.replace(/,.*/, '')))
    expect(grants).toHaveLength(10)
    expect(new Set(grants).difference(compared)).toEqual(new Set(Object.keys(withoutSdk)))
    const theirs = new Set(sdkMethods().map((name) => name.replace(/.*\./, '')))
    expect(Object.keys(withoutSdk).filter((name) => theirs.has(name))).toEqual([])
  })

  it('compares every method of the SDK that asks for what the contract declares', async () => {
    const compared = new Set(calls.map(({ theirs }) => calledBy(theirs)))
    const excepted = new Set(exceptions.flatMap(({ methods }) => methods))
    const others = sdkMethods().filter((name) => !compared.has(name) && !excepted.has(name))
    const requests = await Promise.all(
      others.map(async (name) => ({ name, ...(await requestMadeBy(name)) })),
    )
    const undecided = requests.filter((each) => each.path === undefined || isDeclared(each))
    expect(undecided).toEqual([])
  })

  it('excepts only methods that the SDK has and that are not compared', () => {
    const compared = calls.map(({ theirs }) => calledBy(theirs))
    const excepted = exceptions.flatMap(({ methods }) => methods)
    expect(new Set(excepted).size).toBe(excepted.length)
    expect(new Set(excepted).difference(new Set(sdkMethods()))).toEqual(new Set())
    expect(new Set(excepted).intersection(new Set(compared))).toEqual(new Set())
  })
})

function isDeclared(request: { method?: string; path?: string }): boolean {
  return endpoints().some(
    ({ method, path }) =>
      method === request.method &&
      new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(request.path ?? ''),
  )
}
