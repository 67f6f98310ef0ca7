import { afterEach, describe, expect, it, vi } from 'vitest'
import { authKitFor, readEnvironment } from '../src/index.ts'
import { startEmulator } from './support/emulator.ts'
import { sessionOf } from './support/mintedSession.ts'
import { people } from './support/people.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Time for kits that bring no clock of their own; timers and the network stay real. */
function setTime(milliseconds: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: milliseconds })
}

describe('instances', () => {
  it('of one configuration refresh once between them, as bundles of one process must', async () => {
    const emulator = await startEmulator({ strictRefresh: true })
    const kits = Array.from({ length: 5 }, () => authKitFor(readEnvironment(emulator.env)))
    const [first] = kits
    if (!first) throw new Error('no kit')
    const sealed = await first.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
    const cookies = new Map([['wos-session', sealed]])
    await emulator.advance(600)
    setTime(Date.now() + 600_000)
    const states = await Promise.all(kits.map((kit) => kit.loadSession(cookies)))
    expect(states.map(({ status }) => status)).toEqual(Array(5).fill('signed-in'))
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it.each([
    ['WORKOS_COOKIE_PASSWORD', 'another password of 32 characters or so', 'unreadable'],
    ['WORKOS_ISSUER', 'https://other.example', 'invalid-token'],
    ['WORKOS_COOKIE_NAME', 'other', 'no-cookie'],
  ])(
    'that differ in %s share nothing, not even what is remembered',
    async (name, value, reason) => {
      const emulator = await startEmulator()
      const kit = authKitFor(readEnvironment(emulator.env))
      const other = authKitFor(readEnvironment({ ...emulator.env, [name]: value }))
      const sealed = await kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
      const cookies = new Map([['wos-session', sealed]])
      expect((await kit.loadSession(cookies)).status).toBe('signed-in')
      expect(await other.loadSession(cookies)).toMatchObject({ status: 'signed-out', reason })
      expect((await kit.loadSession(cookies)).status).toBe('signed-in')
    },
  )
})
