import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type AuthEvent,
  type AuthKitEffects,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  type RefreshCoordinator,
} from '../../src/index.ts'
import { kitFor, startEmulator } from '../support/emulator.ts'
import { createMemoryCoordinator } from '../support/memoryCoordinator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Two instances that share nothing but what the effects bring, and one expired session. */
async function twoInstances(effects: AuthKitEffects, options: object = { strictRefresh: true }) {
  const emulator = await startEmulator(options)
  const one = kitFor(emulator, effects)
  const other = kitFor(emulator, effects)
  const sealed = await one.kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
  const cookies: Cookies = new Map([['wos-session', sealed]])
  await one.travel(600)
  await other.travel(0)
  other.clock.offset = one.clock.offset
  return { emulator, one: one.kit, other: other.kit, cookies }
}

function newCookies(
  before: Cookies,
  { cookieChanges }: { cookieChanges: Parameters<typeof cookieHeaderAfter>[1] },
) {
  return parseCookies(cookieHeaderAfter(before, cookieChanges))
}

describe('instances that share a coordinator', () => {
  it('refresh a session once between them, and set the same cookie', async () => {
    const { emulator, one, other, cookies } = await twoInstances({
      coordinator: createMemoryCoordinator(),
    })
    const states = await Promise.all(
      [one, other, one, other].map((kit) => kit.loadSession(cookies)),
    )
    expect(states.map(({ status }) => status)).toEqual(Array(4).fill('signed-in'))
    expect(new Set(states.map(({ cookieChanges }) => JSON.stringify(cookieChanges))).size).toBe(1)
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('tell who asked WorkOS, and who took the result', async () => {
    const events: AuthEvent[] = []
    const { one, other, cookies } = await twoInstances({
      coordinator: createMemoryCoordinator(),
      onEvent: (event) => events.push(event),
    })
    await one.loadSession(cookies)
    await other.loadSession(cookies)
    expect(events).toMatchObject([
      { name: 'refresh', outcome: 'refreshed' },
      { name: 'refresh', outcome: 'joined' },
    ])
  })

  it('tell each other no token and no id', async () => {
    const told: string[] = []
    const coordinator = createMemoryCoordinator()
    const listening: RefreshCoordinator = {
      begin: (...parameters) => {
        told.push(JSON.stringify(parameters))
        return coordinator.begin(...parameters)
      },
      extend: coordinator.extend,
      land: (...parameters) => {
        told.push(JSON.stringify(parameters))
        return coordinator.land(...parameters)
      },
    }
    const { one, cookies } = await twoInstances({ coordinator: listening })
    const before = await one.openSession(cookies.get('wos-session') ?? '')
    const state = await one.loadSession(cookies)
    if (state.status !== 'signed-in' || before.kind !== 'opened') throw new Error('no session')
    expect(told).toHaveLength(2)
    const secrets = [state.accessToken, before.session.refreshToken, state.claims.sessionId]
    for (const secret of secrets) expect(told.join()).not.toContain(secret)
  })

  it('share a refusal', async () => {
    const { emulator, one, other, cookies } = await twoInstances({
      coordinator: createMemoryCoordinator(),
    })
    const sessionId = await one.sessionIdOf(cookies)
    await emulator.api('/user_management/sessions/revoke', {
      method: 'POST',
      body: JSON.stringify({ session_id: sessionId }),
    })
    for (const kit of [one, other]) {
      expect(await kit.loadSession(cookies)).toEqual({
        status: 'signed-out',
        reason: 'refresh-rejected',
        cookieChanges: [],
      })
    }
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('do not share a transient failure: the next one tries again', async () => {
    let reachable = false
    const { one, other, cookies } = await twoInstances({
      coordinator: createMemoryCoordinator(),
      fetch: (input, init) =>
        reachable || !String(input).endsWith('/authenticate')
          ? fetch(input, init)
          : Promise.resolve(new Response(null, { status: 503 })),
    })
    expect((await one.loadSession(cookies)).status).toBe('unavailable')
    reachable = true
    expect((await other.loadSession(cookies)).status).toBe('signed-in')
  })

  it('believe no result that is somebody else’s', async () => {
    const emulator = await startEmulator()
    const { kit, travel } = kitFor(emulator)
    const [mine, theirs] = await Promise.all(
      [people.ada, people.grace].map(async (email) =>
        kit.sealSession(sessionOf(await emulator.mint({ email }))),
      ),
    )
    if (mine === undefined || theirs === undefined) throw new Error('no sessions')
    const lying = kitFor(emulator, {
      coordinator: {
        ...createMemoryCoordinator(),
        begin: async () => ({ kind: 'landed', outcome: { kind: 'session', sealed: theirs } }),
      },
    })
    await travel(600)
    lying.clock.offset = 600_000
    expect(await lying.kit.loadSession(new Map([['wos-session', mine]]))).toMatchObject({
      status: 'signed-in',
      user: { email: people.ada },
    })
  })
})

const broken = () => Promise.reject(Object.assign(new Error('sk_test_secret'), { code: 'EGONE' }))
const silent = () => new Promise<never>(() => {})

describe.each([
  ['throws', broken, 'EGONE'],
  ['is silent', silent, 'TimeoutError'],
])('a coordinator that %s', (_, fail, problem) => {
  it('is told of once, and every instance refreshes for itself', async () => {
    const events: AuthEvent[] = []
    const { one, cookies } = await twoInstances({
      coordinator: { begin: fail, extend: fail, land: fail },
      onEvent: (event) => events.push(event),
    })
    let current = cookies
    for (const _ of [1, 2, 3]) {
      const state = await one.loadSession(current)
      expect(state.status).toBe('signed-in')
      current = newCookies(current, state)
    }
    expect(events.filter(({ name }) => name === 'coordinator')).toEqual([
      { name: 'coordinator', outcome: 'unavailable', problem },
    ])
  })

  it('is warned of on the console where nobody listens, without its message', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { one, cookies } = await twoInstances({
      coordinator: { begin: fail, extend: fail, land: fail },
    })
    await one.loadSession(cookies)
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls.join()).toContain(problem)
    expect(warn.mock.calls.join()).not.toContain('sk_test_secret')
  })
})
