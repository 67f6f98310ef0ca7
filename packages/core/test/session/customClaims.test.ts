import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type ClaimsSchema,
  ConfigurationError,
  cookieHeaderAfter,
  createAuthKit,
  parseCookies,
} from '../../src/index.ts'
import { kitFor, startEmulator } from '../support/emulator.ts'
import { harness, now, token } from '../support/keyServer.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

const schema = z.object({ plan: z.enum(['free', 'pro']), seats: z.number().default(1) })

describe('custom claims', () => {
  it('are read by the schema that declares them', async () => {
    const { read } = harness({ claims: schema })
    const state = await read(await token({ claims: { plan: 'pro', role: 'admin' } }))
    expect(state).toMatchObject({
      status: 'signed-in',
      claims: { role: 'admin', custom: { plan: 'pro', seats: 1 } },
    })
  })

  it('are the product’s own alone', async () => {
    const { read } = harness({ claims: z.strictObject({ plan: z.string(), aud: z.string() }) })
    const claims = {
      plan: 'pro',
      aud: 'client_1',
      org_id: 'org_1',
      nbf: now / 1000,
      act: { sub: 'a' },
    }
    expect(await read(await token({ claims }))).toMatchObject({
      claims: { custom: { plan: 'pro', aud: 'client_1' } },
    })
  })

  it('that are not as declared make the session unavailable, visibly, and never signed out', async () => {
    const { kit, read, cookiesWith } = harness({ claims: schema })
    const accessToken = await token({ claims: { plan: 'gold' } })
    expect(await read(accessToken)).toEqual({
      status: 'unavailable',
      reason: 'claims-invalid',
      retryAfter: 60,
      issues: [{ path: 'plan', message: expect.any(String) }],
    })
    expect(await kit.loadSession(await cookiesWith(accessToken))).toMatchObject({
      status: 'unavailable',
      reason: 'claims-invalid',
      cookieChanges: [],
    })
  })

  it('are read once a token, also when the session is remembered', async () => {
    let calls = 0
    const counting: ClaimsSchema<{ plan: string }> = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: async (value) => {
          calls++
          return { value: value as { plan: string } }
        },
      },
    }
    const { kit, cookiesWith } = harness({ claims: counting })
    const cookies = await cookiesWith(await token({ claims: { plan: 'pro' } }))
    for (const state of [await kit.readSession(cookies), await kit.loadSession(cookies)]) {
      expect(state).toMatchObject({ claims: { custom: { plan: 'pro' } } })
    }
    expect(calls).toBe(1)
  })

  it('that a schema throws at cost nobody the session, and are read again', async () => {
    let broken = true
    const failing: ClaimsSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) => {
          if (broken) throw new Error('out of order')
          return { value }
        },
      },
    }
    const emulator = await startEmulator()
    const { kit, travel } = kitFor(emulator, { claims: failing })
    const minted = sessionOf(await emulator.mint({ email: people.ada }))
    const cookies = new Map([['wos-session', await kit.sealSession(minted)]])
    await travel(600)
    const state = await kit.loadSession(cookies)
    expect(state).toMatchObject({
      status: 'unavailable',
      reason: 'claims-invalid',
      issues: [{ path: '', message: expect.stringContaining('out of order') }],
    })
    const refreshed = parseCookies(cookieHeaderAfter(cookies, state.cookieChanges))
    expect(refreshed.get('wos-session')).not.toBe(cookies.get('wos-session'))
    broken = false
    expect((await kit.readSession(refreshed)).status).toBe('signed-in')
  })

  it('are not there without a schema', async () => {
    const state = await harness().read(await token({ claims: { plan: 'pro' } }))
    if (state.status !== 'signed-in') throw new Error(state.status)
    expect(state.claims).not.toHaveProperty('custom')
  })

  it('need a schema that is one', () => {
    const options = {
      apiKey: 'sk_test',
      clientId: 'client_1',
      cookiePassword: 'a password of at least 32 characters',
      redirectUri: 'https://example.com/auth/callback',
    }
    const claims = { plan: 'string' } as object as ClaimsSchema
    expect(() => createAuthKit({ ...options, claims })).toThrow(ConfigurationError)
  })
})
