import { parseCookies } from '@latchkey/core'
import { describe, expect, it } from 'vitest'
import type { AuthState } from '../../src/server/auth.ts'
import { toClientAuth } from '../../src/server/clientAuth.ts'
import { ada, createWorld } from '../support/world.ts'

async function stateWith<Custom>(custom: Custom): Promise<AuthState<{ custom: Custom }>> {
  const world = await createWorld()
  const state = await world.kit.readSession(parseCookies(await world.cookieOf(ada)))
  if (state.status !== 'signed-in') throw new Error(state.status)
  return { ...state, claims: { ...state.claims, custom } }
}

describe('what the browser gets', () => {
  it('holds no token and no custom claim', async () => {
    const state = await stateWith({ plan: 'pro', margin: 0.4 })
    const client = toClientAuth(state)
    expect(client.status).toBe('signed-in')
    expect(JSON.stringify(client)).not.toContain('eyJ')
    expect(Object.keys(client)).toEqual(['status', 'user', 'claims', 'refreshAt'])
    expect('claims' in client && client.claims).not.toHaveProperty('custom')
  })

  it('holds the custom claims that are named, and no other', async () => {
    const state = await stateWith({ plan: 'pro', margin: 0.4 })
    const client = toClientAuth(state, { customClaims: ['plan'] })
    expect('claims' in client && client.claims.custom).toEqual({ plan: 'pro' })
  })

  it('does not say why nobody is signed in', () => {
    expect(toClientAuth({ status: 'signed-out', reason: 'revoked' })).toEqual({
      status: 'signed-out',
    })
  })
})
