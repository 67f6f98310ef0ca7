import { describe, expect, it } from 'vitest'
import {
  type AuthKitEffects,
  authKitFor,
  cookieHeaderAfter,
  createRevocations,
  InputError,
  parseCookies,
  type RevocableClaims,
  readEnvironment,
} from '../../src/index.ts'
import { kitFor, startEmulator } from '../support/emulator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

const claims: RevocableClaims = {
  userId: 'user_1',
  sessionId: 'session_1',
  organizationId: 'org_1',
  issuedAt: 100,
}

describe('revocations in memory', () => {
  it('end one session, whenever its tokens were issued', async () => {
    const revocations = createRevocations()
    await revocations.revoke({ kind: 'session', sessionId: 'session_1' })
    expect(await revocations.check(claims)).toBe('revoked')
    expect(await revocations.check({ ...claims, issuedAt: 1e10 })).toBe('revoked')
    expect(await revocations.check({ ...claims, sessionId: 'session_2' })).toBe('valid')
  })

  it('end what a user was given up to a time, and no more', async () => {
    const revocations = createRevocations()
    await revocations.revoke({ kind: 'user', userId: 'user_1', at: 100 })
    expect(await revocations.check(claims)).toBe('revoked')
    expect(await revocations.check({ ...claims, issuedAt: 101 })).toBe('valid')
    expect(await revocations.check({ ...claims, userId: 'user_2' })).toBe('valid')
  })

  it('outdate what tokens say of a membership', async () => {
    const revocations = createRevocations()
    await revocations.revoke({
      kind: 'membership',
      userId: 'user_1',
      organizationId: 'org_1',
      at: 100,
    })
    expect(await revocations.check(claims)).toBe('outdated')
    expect(await revocations.check({ ...claims, issuedAt: 101 })).toBe('valid')
    expect(await revocations.check({ ...claims, organizationId: 'org_2' })).toBe('valid')
    expect(await revocations.check({ ...claims, organizationId: undefined })).toBe('valid')
  })

  it('may come in any order: the latest time holds', async () => {
    const revocations = createRevocations()
    await revocations.revoke({ kind: 'user', userId: 'user_1', at: 100 })
    await revocations.revoke({ kind: 'user', userId: 'user_1', at: 50 })
    expect(await revocations.check(claims)).toBe('revoked')
  })

  it('are forgotten when no token can be as old', async () => {
    const clock = { now: 0 }
    const revocations = createRevocations({ now: () => clock.now, retention: 1_000 })
    await revocations.revoke({ kind: 'session', sessionId: 'session_1' })
    clock.now = 1_000
    await revocations.revoke({ kind: 'session', sessionId: 'session_2' })
    expect(await revocations.check(claims)).toBe('revoked')
    clock.now = 1_001
    await revocations.revoke({ kind: 'session', sessionId: 'session_3' })
    expect(await revocations.check(claims)).toBe('valid')
    expect(await revocations.check({ ...claims, sessionId: 'session_2' })).toBe('revoked')
  })

  it('without a time are refused instead of ignored', async () => {
    const timeless = { kind: 'user', userId: 'user_1', at: Number.NaN } as const
    await expect(createRevocations().revoke(timeless)).rejects.toBeInstanceOf(InputError)
  })
})

describe('a session', () => {
  async function signedIn(effects: AuthKitEffects = {}) {
    const emulator = await startEmulator({ strictRefresh: true })
    const { kit, travel } = kitFor(emulator, effects)
    const sealed = await kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
    const cookies = new Map([['wos-session', sealed]])
    const state = await kit.loadSession(cookies)
    if (state.status !== 'signed-in') throw new Error(state.status)
    return { emulator, kit, travel, cookies, claims: state.claims }
  }

  it('that was revoked is signed out at the next request, remembered or not, and keeps its cookie', async () => {
    const { emulator, kit, cookies, claims } = await signedIn()
    await kit.revocations.revoke({ kind: 'session', sessionId: claims.sessionId })
    const revoked = { status: 'signed-out', reason: 'revoked' }
    expect(await kit.readSession(cookies)).toEqual(revoked)
    expect(await kit.loadSession(cookies)).toEqual({ ...revoked, cookieChanges: [] })
    expect(await emulator.grants('refresh_token')).toBe(0)
  })

  it('that was revoked is not refreshed when its token is over', async () => {
    const { emulator, kit, travel, cookies, claims } = await signedIn()
    await travel(600)
    await kit.revocations.revoke({ kind: 'session', sessionId: claims.sessionId })
    expect(await kit.loadSession(cookies)).toMatchObject({ reason: 'revoked' })
    expect(await emulator.grants('refresh_token')).toBe(0)
  })

  it('that was revoked is not handed to those who come late to its refresh', async () => {
    const { emulator, kit, travel, cookies, claims } = await signedIn()
    await travel(600)
    expect((await kit.loadSession(cookies)).status).toBe('signed-in')
    await kit.revocations.revoke({ kind: 'session', sessionId: claims.sessionId })
    expect(await kit.loadSession(cookies)).toMatchObject({ reason: 'revoked', cookieChanges: [] })
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('whose membership changed is refreshed at the next request, and goes on', async () => {
    const { emulator, kit, travel, cookies, claims } = await signedIn()
    const { userId, organizationId = '', issuedAt } = claims
    await travel(2)
    await kit.revocations.revoke({ kind: 'membership', userId, organizationId, at: issuedAt + 1 })
    expect(await kit.readSession(cookies)).toEqual({ status: 'refresh-required' })
    const renewed = await kit.loadSession(cookies)
    expect(renewed.status).toBe('signed-in')
    const after = parseCookies(cookieHeaderAfter(cookies, renewed.cookieChanges))
    expect(await kit.loadSession(after)).toMatchObject({ status: 'signed-in', cookieChanges: [] })
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('whose membership changed is not served from an earlier refresh to those who come late', async () => {
    const { emulator, kit, travel, cookies, claims } = await signedIn()
    await travel(600)
    const first = await kit.loadSession(cookies)
    if (first.status !== 'signed-in') throw new Error(first.status)
    const { userId, organizationId = '' } = claims
    const at = first.claims.issuedAt
    await travel(2)
    await kit.revocations.revoke({ kind: 'membership', userId, organizationId, at })
    const late = await kit.loadSession(cookies)
    if (late.status !== 'signed-in') throw new Error(late.status)
    expect(late.claims.issuedAt).toBeGreaterThan(at)
    expect(late.cookieChanges).toHaveLength(1)
    expect(await emulator.grants('refresh_token')).toBe(2)
  })

  it('is undecided while its revocations cannot be asked', async () => {
    let reachable = true
    const { kit, cookies } = await signedIn({
      revocations: {
        async revoke() {},
        check: async () => {
          if (!reachable) throw new Error('unreachable')
          return 'valid'
        },
      },
    })
    reachable = false
    const unavailable = { status: 'unavailable', reason: 'revocations-unreachable', retryAfter: 2 }
    expect(await kit.readSession(cookies)).toEqual(unavailable)
    reachable = true
    expect((await kit.loadSession(cookies)).status).toBe('signed-in')
  })

  it('keeps its new cookie when the revocations go away while it is refreshed', async () => {
    let checks = 0
    const { kit, travel, cookies } = await signedIn({
      revocations: {
        async revoke() {},
        check: async () => {
          if (++checks > 2) throw new Error('unreachable')
          return 'valid'
        },
      },
    })
    await travel(600)
    const state = await kit.loadSession(cookies)
    expect(state).toMatchObject({ status: 'unavailable', reason: 'revocations-unreachable' })
    expect(state.cookieChanges.map(({ kind }) => kind)).toEqual(['set'])
  })

  it('that one bundle of a process revokes is revoked in all of them', async () => {
    const emulator = await startEmulator()
    const [webhook, proxy] = [0, 1].map(() => authKitFor(readEnvironment(emulator.env)))
    if (!webhook || !proxy) throw new Error('no kit')
    const sealed = await proxy.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
    const cookies = new Map([['wos-session', sealed]])
    const state = await proxy.loadSession(cookies)
    if (state.status !== 'signed-in') throw new Error(state.status)
    await webhook.revocations.revoke({ kind: 'session', sessionId: state.claims.sessionId })
    expect(await proxy.loadSession(cookies)).toMatchObject({ reason: 'revoked' })
  })
})
