import { generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { harness, now, second, token } from '../support/keyServer.ts'

describe('an access token', () => {
  it('tells its claims', async () => {
    const claims = {
      org_id: 'org_1',
      role: 'admin',
      roles: ['admin', 'billing'],
      permissions: ['a:read'],
      entitlements: ['sso'],
      feature_flags: ['beta'],
      act: { sub: 'support@example.com' },
      auth_time: 1_799_999_000,
    }
    expect(await harness().read(await token({ claims }))).toMatchObject({
      status: 'signed-in',
      refreshAt: now / 1000 + 270,
      claims: {
        userId: 'user_1',
        sessionId: 'session_1',
        organizationId: 'org_1',
        role: 'admin',
        roles: ['admin', 'billing'],
        permissions: ['a:read'],
        entitlements: ['sso'],
        featureFlags: ['beta'],
        actor: 'support@example.com',
        authTime: 1_799_999_000,
      },
    })
  })

  it.each([
    { WORKOS_REFRESH_BEFORE: undefined, lifetime: 300, ahead: 30 },
    { WORKOS_REFRESH_BEFORE: undefined, lifetime: 40, ahead: 20 },
    { WORKOS_REFRESH_BEFORE: undefined, lifetime: 3600, ahead: 60 },
    { WORKOS_REFRESH_BEFORE: '120', lifetime: 3600, ahead: 120 },
    { WORKOS_REFRESH_BEFORE: '120', lifetime: 300, ahead: 120 },
    { WORKOS_REFRESH_BEFORE: '600', lifetime: 300, ahead: 150 },
    { WORKOS_REFRESH_BEFORE: '0', lifetime: 300, ahead: 0 },
  ])('is refreshed ahead of its end: %j', async ({ lifetime, ahead, ...env }) => {
    const exp = now / 1000 + lifetime
    const { WORKOS_REFRESH_BEFORE: before } = env
    const { read } = harness({ env: before === undefined ? {} : { WORKOS_REFRESH_BEFORE: before } })
    const state = await read(await token({ claims: { exp } }))
    expect(state).toMatchObject({ status: 'signed-in', refreshAt: exp - ahead })
  })

  it('may be without an organization', async () => {
    expect(await harness().read(await token())).toMatchObject({
      claims: { organizationId: undefined, roles: [], permissions: [], entitlements: [] },
    })
  })

  it('signed with another key of the same name is refused', async () => {
    const state = await harness().read(await token({ pair: second }))
    expect(state).toEqual({ status: 'signed-out', reason: 'invalid-token' })
  })

  it('signed with another algorithm is refused', async () => {
    const pair = await generateKeyPair('PS256', { extractable: true })
    const state = await harness().read(await token({ pair, alg: 'PS256' }))
    expect(state).toEqual({ status: 'signed-out', reason: 'invalid-token' })
  })

  it('without a signature is refused', async () => {
    const [, payload] = (await token()).split('.')
    const state = await harness().read(`${btoa('{"alg":"none"}').replace(/=/g, '')}.${payload}.`)
    expect(state).toEqual({ status: 'signed-out', reason: 'invalid-token' })
  })

  it('of another user than the sealed one is refused, also when it is over', async () => {
    const refused = { status: 'signed-out', reason: 'subject-mismatch' }
    const { read, clock } = harness()
    expect(await read(await token(), 'user_2')).toEqual(refused)
    clock.now = now + 400_000
    expect(await read(await token(), 'user_2')).toEqual(refused)
  })

  it.each(['sub', 'sid', 'exp', 'iat'])('without %s is refused', async (claim) => {
    const state = await harness().read(await token({ claims: { [claim]: undefined } }))
    expect(state).toEqual({ status: 'signed-out', reason: 'invalid-token' })
  })

  it('may be of any issuer where none is named', async () => {
    const state = await harness().read(await token({ claims: { iss: 'https://other.example' } }))
    expect(state.status).toBe('signed-in')
  })

  it('of a foreign issuer is refused where issuers are named', async () => {
    const named = (issuer: string) => harness({ env: { WORKOS_ISSUER: issuer } })
    const ours = 'https://api.workos.com/user_management/client_emulator'
    expect(await named('https://other.example').read(await token())).toEqual({
      status: 'signed-out',
      reason: 'invalid-token',
    })
    const several = named(`https://other.example,${ours}`)
    expect((await several.read(await token())).status).toBe('signed-in')
  })

  it('is over when its time is, give or take five seconds of clock', async () => {
    const { read, clock } = harness()
    clock.now = now + 304_000
    expect((await read(await token())).status).toBe('signed-in')
    clock.now = now + 306_000
    expect((await read(await token())).status).toBe('refresh-required')
  })
})

describe('the keys', () => {
  it('are fetched once for many tokens', async () => {
    const { read, served } = harness()
    await Promise.all(Array.from({ length: 20 }, async () => read(await token())))
    expect(served.requests).toBe(1)
  })

  it('may rotate in mid-session: a new key is fetched when a token names it', async () => {
    const { read, served, clock } = harness()
    await read(await token())
    served.keys = [{ kid: 'second', pair: second }]
    clock.now = now + 30_000
    const rotated = await token({ pair: second, kid: 'second' })
    expect((await read(rotated)).status).toBe('signed-in')
    expect(served.requests).toBe(2)
    expect((await read(await token({ claims: { jti: '2' } }))).status).toBe('refresh-required')
    expect(served.requests).toBe(2)
  })

  it('are fetched for an unknown key once in a cooldown; until then the session is due, never over', async () => {
    const { read, served, clock } = harness()
    await read(await token())
    served.keys.push({ kid: 'second', pair: second })
    const rotated = await token({ pair: second, kid: 'second' })
    clock.now = now + 29_999
    expect((await read(rotated)).status).toBe('refresh-required')
    expect(served.requests).toBe(1)
    clock.now = now + 30_000
    const foreign = Array.from({ length: 5 }, async (_, n) =>
      read(await token({ kid: `other ${n}` })),
    )
    for (const state of await Promise.all(foreign)) expect(state.status).toBe('refresh-required')
    expect(served.requests).toBe(2)
    expect((await read(rotated)).status).toBe('signed-in')
    expect(served.requests).toBe(2)
  })

  it('leave a token undecided that names a key which cannot be fetched now', async () => {
    const { read, served, clock } = harness()
    await read(await token())
    served.keys.push({ kid: 'second', pair: second })
    served.broken = true
    clock.now = now + 60_000
    const rotated = await token({ pair: second, kid: 'second' })
    expect(await read(rotated)).toMatchObject({ status: 'unavailable', reason: 'keys-unreachable' })
    served.broken = false
    expect((await read(rotated)).status).toBe('signed-in')
  })

  it('are renewed beside the request when they are old, and go on serving when that fails', async () => {
    const { read, served, clock } = harness()
    await read(await token())
    served.broken = true
    clock.now = now + 600_000
    const later = (jti: string) =>
      token({ claims: { jti, iat: clock.now / 1000, exp: clock.now / 1000 + 300 } })
    for (const jti of ['a', 'b', 'c']) {
      expect((await read(await later(jti))).status).toBe('signed-in')
    }
    expect(served.requests).toBe(2)
    clock.now += 30_000
    served.broken = false
    expect((await read(await later('d'))).status).toBe('signed-in')
    expect(served.requests).toBe(3)
    clock.now += 30_000
    expect((await read(await later('e'))).status).toBe('signed-in')
    expect(served.requests).toBe(3)
  })

  it('are not to blame for a token that names none of several', async () => {
    const { kit, served } = harness()
    served.keys.push({ kid: 'second', pair: second })
    const [, payload, signature] = (await token()).split('.')
    const header = btoa(JSON.stringify({ alg: 'RS256', typ: 'JWT' })).replace(/=+$/, '')
    expect(await kit.readBearer(`${header}.${payload}.${signature}`)).toEqual({
      status: 'signed-out',
      reason: 'invalid-token',
    })
  })

  it('stay in use while they cannot be fetched again', async () => {
    const { read, served, clock } = harness()
    await read(await token())
    served.broken = true
    clock.now = now + 200_000
    expect((await read(await token({ claims: { jti: '2' } }))).status).toBe('signed-in')
  })

  it('that were never reached leave a living token undecided', async () => {
    const { read, served } = harness()
    served.broken = true
    expect(await read(await token())).toMatchObject({
      status: 'unavailable',
      reason: 'keys-unreachable',
    })
  })

  it('are not needed to know that an old token is over', async () => {
    const { read, served, clock } = harness()
    served.broken = true
    clock.now = now + 400_000
    expect((await read(await token())).status).toBe('refresh-required')
  })
})
