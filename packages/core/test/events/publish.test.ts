import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type AuthEvent,
  authKitFor,
  type Cookies,
  describeEvent,
  readEnvironment,
} from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

let emulator: TestEmulator
const heard: AuthEvent[] = []

beforeEach(async () => {
  emulator = await startEmulator({ strictRefresh: true })
  heard.length = 0
})

async function expiredSession(onEvent: (event: AuthEvent) => void, fetch = globalThis.fetch) {
  const harness = kitFor(emulator, { onEvent, fetch })
  const session = sessionOf(await emulator.mint({ email: people.ada }))
  const cookies: Cookies = new Map([['wos-session', await harness.kit.sealSession(session)]])
  await harness.travel(600)
  return { kit: harness.kit, cookies, session }
}

describe('a refresh', () => {
  it('is told once by who made it, and as joined by everybody else', async () => {
    const { kit, cookies } = await expiredSession((event) => heard.push(event))
    const states = await Promise.all(Array.from({ length: 5 }, () => kit.loadSession(cookies)))
    const [first] = states
    if (first?.status !== 'signed-in') throw new Error('Ada is not signed in')
    const outcomes = heard.map((event) => event.name === 'refresh' && event.outcome)
    expect(outcomes.sort()).toEqual(['joined', 'joined', 'joined', 'joined', 'refreshed'])
    expect(heard[0]).toMatchObject({
      subject: {
        userId: first.user.id,
        sessionId: first.claims.sessionId,
        organizationId: first.claims.organizationId,
      },
      duration: expect.any(Number),
    })
  })

  it('that WorkOS refuses is told as that', async () => {
    const { kit, session } = await expiredSession((event) => heard.push(event))
    const spent = await kit.sealSession({ ...session, refreshToken: 'spent' })
    await kit.loadSession(new Map([['wos-session', spent]]))
    expect(heard).toMatchObject([{ name: 'refresh', outcome: 'rejected' }])
  })

  it('that cannot be had is told as that', async () => {
    const { kit, cookies } = await expiredSession(
      (event) => heard.push(event),
      async () => new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
    )
    await kit.loadSession(cookies)
    expect(heard).toMatchObject([{ name: 'refresh', outcome: 'unavailable' }])
  })

  it('does not fail because its sink does', async () => {
    const { kit, cookies } = await expiredSession(() => {
      throw new Error('The sink is full.')
    })
    expect((await kit.loadSession(cookies)).status).toBe('signed-in')
  })
})

describe('a sink that fails later', () => {
  it('fails nothing else', async () => {
    let told = 0
    const { kit, cookies } = await expiredSession(async () => {
      told++
      throw new Error('The log cannot be reached.')
    })
    expect((await kit.loadSession(cookies)).status).toBe('signed-in')
    expect(told).toBe(1)
  })
})

describe('debug', () => {
  afterEach(() => vi.restoreAllMocks())

  it('writes lines free of secrets to the console, beside what a sink hears', async () => {
    const written = vi.spyOn(console, 'debug').mockReturnValue()
    const { cookies, session } = await expiredSession(() => {})
    const environment = { ...emulator.env, WORKOS_DEBUG: 'true' }
    const kit = authKitFor(readEnvironment(environment), {
      now: () => Date.now() + 600_000,
      onEvent: (event) => heard.push(event),
    })
    const state = await kit.loadSession(cookies)
    if (state.status !== 'signed-in') throw new Error('Ada is not signed in')
    const lines = written.mock.calls.map(([line]) => line)
    expect(lines).toEqual(heard.map(describeEvent))
    expect(lines).toEqual([expect.stringMatching(/^latchkey refresh outcome=refreshed /)])
    expect(lines.join()).not.toContain(session.refreshToken)
  })

  it('is off where nobody asks for it', async () => {
    const written = vi.spyOn(console, 'debug').mockReturnValue()
    const { kit, cookies } = await expiredSession((event) => heard.push(event))
    await kit.loadSession(cookies)
    expect(heard).toHaveLength(1)
    expect(written).not.toHaveBeenCalled()
  })
})

describe('describeEvent', () => {
  it('makes a line without secrets, ids cut to their ends', async () => {
    const { kit, cookies, session } = await expiredSession((event) => heard.push(event))
    const state = await kit.loadSession(cookies)
    if (state.status !== 'signed-in') throw new Error('Ada is not signed in')
    const line = heard.map(describeEvent).join('\n')
    expect(line).toMatch(
      /^latchkey refresh outcome=refreshed duration=[\d.]+ms userId=…\w{6} sessionId=…\w{6} organizationId=…\w{6}$/,
    )
    expect(line).not.toContain(state.claims.sessionId)
    expect(line).not.toContain(session.refreshToken)
  })

  it('leaves out what is not known', () => {
    expect(describeEvent({ name: 'sign-out', sessionId: undefined })).toBe('latchkey sign-out')
  })
})
