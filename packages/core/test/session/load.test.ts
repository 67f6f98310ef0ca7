import { beforeEach, describe, expect, it } from 'vitest'

import { type AuthEvent, type Cookies, cookieHeaderAfter, parseCookies } from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { sessionOf } from '../support/mintedSession.ts'

import { people } from '../support/people.ts'

let emulator: TestEmulator
let harness: ReturnType<typeof kitFor>

/** Lets the network to WorkOS fail, or slow down, from one moment to the next. */
const network = {
  answer: undefined as undefined | ((url: string) => Promise<Response> | undefined),
}

const fetchThroughNetwork: typeof fetch = (input, init) =>
  network.answer?.(String(input)) ?? fetch(input, init)

beforeEach(async () => {
  network.answer = undefined
  emulator = await startEmulator({ strictRefresh: true })
  harness = kitFor(emulator, { fetch: fetchThroughNetwork })
})

async function cookiesOf(email: string): Promise<Cookies> {
  const sealed = await harness.kit.sealSession(sessionOf(await emulator.mint({ email })))
  return new Map([['wos-session', sealed]])
}

describe('loadSession', () => {
  it('reads who is signed in, from the cookie and the keys alone', async () => {
    const state = await harness.kit.loadSession(await cookiesOf(people.ada))
    expect(state).toMatchObject({
      status: 'signed-in',
      user: { email: people.ada },
      claims: { sessionId: expect.stringMatching(/^session_/) },
      cookieChanges: [],
    })
    expect(await emulator.grants('refresh_token')).toBe(0)
  })

  it('says that there is no cookie', async () => {
    expect(await harness.kit.loadSession(new Map())).toMatchObject({
      status: 'signed-out',
      reason: 'no-cookie',
    })
  })

  it('refreshes an expired session once for 100 requests, and keeps the result for those that come late', async () => {
    const cookies = await cookiesOf(people.ada)
    await harness.travel(600)
    const states = await Promise.all(
      Array.from({ length: 100 }, () => harness.kit.loadSession(cookies)),
    )
    expect(await emulator.grants('refresh_token')).toBe(1)
    const changes = new Set(states.map(({ cookieChanges }) => JSON.stringify(cookieChanges)))
    expect(changes.size).toBe(1)
    for (const state of states) {
      expect(state.status).toBe('signed-in')
      expect(state.cookieChanges.map(({ kind }) => kind)).toEqual(['set'])
    }
    const late = await harness.kit.loadSession(cookies)
    expect(late.status).toBe('signed-in')
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('goes on with the cookie that a refresh produced', async () => {
    const before = await cookiesOf(people.ada)
    await harness.travel(600)
    const refreshed = await harness.kit.loadSession(before)
    const after = parseCookies(cookieHeaderAfter(before, refreshed.cookieChanges))
    expect(await harness.kit.loadSession(after)).toMatchObject({
      status: 'signed-in',
      cookieChanges: [],
    })
    await harness.travel(600)
    expect((await harness.kit.loadSession(after)).status).toBe('signed-in')
    expect(await emulator.grants('refresh_token')).toBe(2)
  })

  it('refreshes ahead of time, and serves the living token when that fails', async () => {
    const cookies = await cookiesOf(people.ada)
    await harness.travel(280)
    network.answer = (url) =>
      url.endsWith('/authenticate')
        ? Promise.resolve(new Response(null, { status: 503 }))
        : undefined
    expect(await harness.kit.loadSession(cookies)).toMatchObject({
      status: 'signed-in',
      cookieChanges: [],
    })
    network.answer = undefined
    const renewed = await harness.kit.loadSession(cookies)
    expect(renewed.cookieChanges).toHaveLength(1)
  })

  it('serves the living token while a refresh brings more than cookies hold', async () => {
    const events: AuthEvent[] = []
    harness = kitFor(emulator, {
      fetch: fetchThroughNetwork,
      onEvent: (event) => events.push(event),
    })
    const cookies = await cookiesOf(people.ada)
    await harness.travel(280)
    const grown = {
      ...(await emulator.mint({ email: people.ada })),
      refresh_token: 'x'.repeat(20_000),
    }
    network.answer = (url) =>
      url.endsWith('/authenticate') ? Promise.resolve(Response.json(grown)) : undefined
    for (const _ of [1, 2]) {
      expect(await harness.kit.loadSession(cookies)).toMatchObject({
        status: 'signed-in',
        cookieChanges: [],
      })
    }
    expect(events.filter(({ name }) => name === 'session-too-large')).toHaveLength(2)
  })

  it.each([
    ['503', () => Promise.resolve(new Response(null, { status: 503 }))],
    [
      '429',
      () => Promise.resolve(new Response(null, { status: 429, headers: { 'retry-after': '7' } })),
    ],
    ['408', () => Promise.resolve(new Response(null, { status: 408 }))],
    ['a reset connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['silence', () => new Promise<Response>(() => {})],
    ['an answer in no known shape', () => Promise.resolve(Response.json({ hello: 'world' }))],
  ])(
    'is unavailable and keeps every cookie when WorkOS answers a refresh with %s',
    async (_, answer) => {
      const cookies = await cookiesOf(people.ada)
      await harness.travel(600)
      network.answer = (url) => (url.endsWith('/authenticate') ? answer() : undefined)
      const state = await harness.kit.loadSession(cookies)
      expect(state).toMatchObject({ status: 'unavailable', cookieChanges: [] })
    },
  )

  it('goes on as if nothing had been, once WorkOS is back', async () => {
    const cookies = await cookiesOf(people.ada)
    await harness.travel(600)
    network.answer = () => Promise.resolve(new Response(null, { status: 503 }))
    expect((await harness.kit.loadSession(cookies)).status).toBe('unavailable')
    network.answer = undefined
    expect((await harness.kit.loadSession(cookies)).status).toBe('signed-in')
  })

  it('never refreshes because the keys cannot be reached', async () => {
    const cookies = await cookiesOf(people.ada)
    network.answer = (url) =>
      url.includes('/jwks/') ? Promise.resolve(new Response(null, { status: 503 })) : undefined
    expect(await harness.kit.loadSession(cookies)).toMatchObject({
      status: 'unavailable',
      reason: 'keys-unreachable',
    })
    expect(await emulator.grants('refresh_token')).toBe(0)
    network.answer = undefined
    expect((await harness.kit.loadSession(cookies)).status).toBe('signed-in')
  })

  it('goes on with the keys it knows while they cannot be reached', async () => {
    await harness.kit.loadSession(await cookiesOf(people.ada))
    network.answer = () => Promise.reject(new TypeError('fetch failed'))
    expect((await harness.kit.loadSession(await cookiesOf(people.grace))).status).toBe('signed-in')
  })

  it('keeps the cookie of a session that WorkOS has ended', async () => {
    const cookies = await cookiesOf(people.ada)
    const sessionId = await harness.kit.sessionIdOf(cookies)
    await emulator.api('/user_management/sessions/revoke', {
      method: 'POST',
      body: JSON.stringify({ session_id: sessionId }),
    })
    await harness.travel(600)
    expect(await harness.kit.loadSession(cookies)).toEqual({
      status: 'signed-out',
      reason: 'refresh-rejected',
      cookieChanges: [],
    })
  })

  it('signs nobody out when this product’s own credentials are refused', async () => {
    const cookies = await cookiesOf(people.ada)
    await harness.travel(600)
    network.answer = (url) =>
      url.endsWith('/authenticate')
        ? Promise.resolve(Response.json({ error: 'invalid_client' }, { status: 400 }))
        : undefined
    expect((await harness.kit.loadSession(cookies)).status).toBe('unavailable')
  })

  it('goes on as an impersonation, also where the refresh does not say so again', async () => {
    const impersonator = { email: 'support@workos.example', reason: 'ticket 7' }
    const session = { ...sessionOf(await emulator.mint({ email: people.ada })), impersonator }
    const cookies = new Map([['wos-session', await harness.kit.sealSession(session)]])
    await harness.travel(600)
    expect(await harness.kit.loadSession(cookies)).toMatchObject({ impersonator })
  })

  it('never mixes up two people who refresh at the same time', async () => {
    const names = [people.ada, people.grace]
    const jars = await Promise.all(names.map(cookiesOf))
    await harness.travel(600)
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const state = await harness.kit.loadSession(jars[index % 2] ?? new Map())
        return state.status === 'signed-in' ? state.user.email : state.status
      }),
    )
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => names[index % 2]))
    expect(await emulator.grants('refresh_token')).toBe(2)
  })
})

describe('readSession', () => {
  it('says that a refresh is required, and does none', async () => {
    const cookies = await cookiesOf(people.ada)
    await harness.travel(600)
    expect(await harness.kit.readSession(cookies)).toEqual({ status: 'refresh-required' })
    expect(await emulator.grants('refresh_token')).toBe(0)
  })
})
