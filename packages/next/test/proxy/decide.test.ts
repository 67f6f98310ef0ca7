import { type AccessRequirement, parseCookies, type SignedIn } from '@latchkey/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/proxy/decide.ts'
import { ada, createWorld } from '../support/world.ts'

const now = 1_800_000_000_000
let somebody: SignedIn
beforeAll(async () => {
  const world = await createWorld()
  const state = await world.kit.readSession(parseCookies(await world.cookieOf(ada)))
  if (state.status !== 'signed-in') throw new Error(state.status)
  somebody = state
})

const names = ['a', 'b', 'c']
const wanted = fc.oneof(fc.constantFrom(...names), fc.subarray(names, { minLength: 1 }))
const requirement = fc.record(
  {
    role: wanted,
    permission: wanted,
    entitlement: wanted,
    featureFlag: wanted,
    organizationId: fc.constantFrom('a', 'b'),
    maxAge: fc.nat({ max: 20 }),
  },
  { requiredKeys: [] },
)
const claims = fc.record({
  roles: fc.subarray(names),
  permissions: fc.subarray(names),
  entitlements: fc.subarray(names),
  featureFlags: fc.subarray(names),
  organizationId: fc.constantFrom('a', 'b', undefined),
  authTime: fc.option(
    fc.nat({ max: 20 }).map((age) => now / 1000 - age),
    { nil: undefined },
  ),
})

function decideFor(
  requirements: readonly AccessRequirement[],
  changes: Partial<SignedIn['claims']>,
) {
  const state = { ...somebody, claims: { ...somebody.claims, ...changes }, cookieChanges: [] }
  return decide({
    access: { kind: 'protected', strict: false, requirements, unauthenticated: 'hosted' },
    state,
    now,
  })
}

describe('several requirements', () => {
  it('are an AND: whoever passes them together passes each alone, and the other way round', () => {
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), claims, (requirements, held) => {
        const together = decideFor(requirements, held).kind
        const alone = requirements.map((each) => decideFor([each], held).kind)
        if (alone.includes('forbidden')) expect(together).toBe('forbidden')
        else if (alone.includes('reauthenticate')) expect(together).toBe('reauthenticate')
        else expect(together).toBe('pass')
      }),
      { numRuns: 2_000 },
    )
  })

  it('let nobody through by what says nothing', () => {
    const nothing = fc.constantFrom(undefined, null, '', [], [''], [undefined], Number.NaN, {}, -1)
    const field = fc.constantFrom('role', 'permission', 'entitlement', 'organizationId', 'maxAge')
    fc.assert(
      fc.property(field, nothing, claims, (name, value, held) => {
        const vague = { [name]: value } as AccessRequirement
        expect(decideFor([{}, vague], held).kind).toBe('forbidden')
      }),
    )
  })

  it('send nobody round in circles whose token never says when they signed in', () => {
    expect(decideFor([{ maxAge: 60 }], { authTime: undefined })).toEqual({
      kind: 'forbidden',
      reasons: [{ requirement: 'maxAge', wanted: 60, missingClaim: 'auth_time' }],
    })
  })

  it('ask for the freshest proof that one of them wants', () => {
    const old = { authTime: now / 1000 - 100 }
    expect(decideFor([{ maxAge: 60 }, { maxAge: 30 }, {}], old)).toEqual({
      kind: 'reauthenticate',
      maxAge: 30,
    })
  })
})
