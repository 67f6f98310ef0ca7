import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccessRequirement,
  checkAccess,
  InputError,
  type SessionClaims,
} from '../../src/index.ts'

const now = 1_800_000_000_000

function claimsWith(changes: Partial<SessionClaims> = {}): SessionClaims {
  return {
    userId: 'user_1',
    sessionId: 'session_1',
    organizationId: 'org_1',
    role: 'admin',
    roles: ['admin', 'billing'],
    permissions: ['a:read', 'a:write'],
    entitlements: ['sso'],
    featureFlags: ['beta'],
    actor: undefined,
    authTime: now / 1000 - 60,
    issuedAt: now / 1000,
    expiresAt: now / 1000 + 300,
    ...changes,
  }
}

const check = (requirement: AccessRequirement, claims = claimsWith()) =>
  checkAccess(claims, requirement, { now })

describe('checkAccess', () => {
  it('grants what is there', () => {
    const requirement = {
      role: 'billing',
      permission: ['a:read', 'a:write'],
      entitlement: 'sso',
      featureFlag: 'beta',
      organizationId: 'org_1',
      maxAge: 60,
    }
    expect(check(requirement)).toEqual({ status: 'ok' })
  })

  it('names everything that is missing', () => {
    expect(check({ role: 'owner', permission: ['a:read', 'b:read'], maxAge: 10 })).toEqual({
      status: 'forbidden',
      reasons: [
        { requirement: 'role', wanted: 'owner' },
        { requirement: 'permission', wanted: 'b:read' },
        { requirement: 'maxAge', wanted: 10 },
      ],
    })
  })

  it('asks to prove it again where only the time is wanting', () => {
    const again = { status: 'reauthenticate', reasons: [{ requirement: 'maxAge', wanted: 59 }] }
    expect(check({ maxAge: 59, role: 'admin' })).toEqual(again)
    expect(check({ maxAge: 59 }, claimsWith({ authTime: now / 1000 + 6 }))).toEqual(again)
    expect(check({ maxAge: 59 }, claimsWith({ authTime: now / 1000 + 5 })).status).toBe('ok')
  })

  it('denies where the token never says when, for which no sign-in helps', () => {
    expect(check({ maxAge: 59, role: 'admin' }, claimsWith({ authTime: undefined }))).toEqual({
      status: 'forbidden',
      reasons: [{ requirement: 'maxAge', wanted: 59, missingClaim: 'auth_time' }],
    })
  })

  it.each([
    { permission: undefined },
    { permission: [] },
    { permission: '' },
    { permission: [''] },
    { permission: null },
    { permission: ['a:read', undefined] },
    { permission: { slug: 'a:read' } },
    { role: undefined },
    { organizationId: undefined },
    { maxAge: undefined },
    { maxAge: Number.NaN },
    { maxAge: -1 },
    { maxAge: '3600' },
  ])('denies what says nothing that could be met: %j', (requirement) => {
    expect(check(requirement as AccessRequirement).status).toBe('forbidden')
    const anonymous = claimsWith({ organizationId: undefined, roles: [''], permissions: [''] })
    expect(check(requirement as AccessRequirement, anonymous).status).toBe('forbidden')
  })

  it.each(['permissions', 'Role', 'constructor', '__proto__', 'toString'])(
    'throws at the unknown requirement %s',
    (name) => {
      const requirement = Object.fromEntries([[name, 'a:read']]) as AccessRequirement
      expect(() => check(requirement)).toThrow(InputError)
    },
  )

  it('is the AND of all, whatever is combined', () => {
    const names = ['a', 'b', 'c']
    const some = fc.subarray(names)
    const wanted = fc.oneof(fc.constantFrom(...names), fc.subarray(names, { minLength: 1 }))
    const claims = fc.record({
      roles: some,
      permissions: some,
      entitlements: some,
      featureFlags: some,
      organizationId: fc.constantFrom('a', 'b', undefined),
      age: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
    })
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
    fc.assert(
      fc.property(claims, requirement, ({ age, ...lists }, required) => {
        const has = (held: readonly string[], want: string | string[] | undefined) =>
          want === undefined || [want].flat().every((value) => held.includes(value))
        const belongs =
          has(lists.roles, required.role) &&
          has(lists.permissions, required.permission) &&
          has(lists.entitlements, required.entitlement) &&
          has(lists.featureFlags, required.featureFlag) &&
          (required.organizationId === undefined ||
            required.organizationId === lists.organizationId)
        const recent = required.maxAge === undefined || (age ?? 0) <= required.maxAge
        const unknown = required.maxAge !== undefined && age === undefined
        const authTime = age === undefined ? undefined : now / 1000 - age
        const { status } = check(required, claimsWith({ ...lists, authTime }))
        expect(status).toBe(!belongs || unknown ? 'forbidden' : recent ? 'ok' : 'reauthenticate')
      }),
      { numRuns: 2_000 },
    )
  })
})
