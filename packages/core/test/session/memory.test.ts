import { describe, expect, it } from 'vitest'
import type { SignedIn } from '../../src/index.ts'
import { createSessionMemory } from '../../src/session/memory.ts'
import { adaClaims, adaUser } from '../support/ada.ts'

function sessionUntil(expiresAt: number): SignedIn {
  return {
    status: 'signed-in',
    user: adaUser,
    claims: { ...adaClaims, issuedAt: 0, expiresAt },
    accessToken: 'token',
    refreshAt: expiresAt,
    impersonator: undefined,
    authenticationMethod: undefined,
  }
}

describe('session memory', () => {
  it('recalls by the whole value, as long as the token lives', () => {
    const memory = createSessionMemory()
    const session = sessionUntil(10)
    memory.remember('sealed', session)
    expect(memory.recall('sealed', 9_999)).toBe(session)
    expect(memory.recall('sealed.', 0)).toBeUndefined()
    expect(memory.recall('seale', 0)).toBeUndefined()
    expect(memory.recall('sealed', 10_000)).toBeUndefined()
    expect(memory.recall('sealed', 0)).toBeUndefined()
  })

  it('is bounded: the oldest makes room', () => {
    const memory = createSessionMemory(2)
    for (const name of ['a', 'b', 'c']) memory.remember(name, sessionUntil(10))
    expect(['a', 'b', 'c'].map((name) => memory.recall(name, 0) !== undefined)).toEqual([
      false,
      true,
      true,
    ])
  })
})
