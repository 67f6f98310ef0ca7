// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import {
  type AccessReason,
  checkAccess,
  createRevocations,
  type Revocations,
  type SessionClaims,
  type Standing,
} from '../../src/index.ts'

const claims = {} as SessionClaims<{ plan: string }>

const decision = checkAccess(claims, { role: 'admin', permission: ['a', 'b'], maxAge: 60 })
expectTypeOf(decision.status).toEqualTypeOf<'ok' | 'forbidden' | 'reauthenticate'>()
if (decision.status !== 'ok') {
  expectTypeOf(decision.reasons).toEqualTypeOf<readonly AccessReason[]>()
}
// @ts-expect-error A decision is not a yes.
decision.reasons
// @ts-expect-error Misspelt.
checkAccess(claims, { permissions: 'a' })
// @ts-expect-error What is not known cannot be required.
checkAccess(claims, { permission: undefined })
// @ts-expect-error Seconds, not words.
checkAccess(claims, { maxAge: '1h' })

expectTypeOf(createRevocations()).toEqualTypeOf<Revocations>()
expectTypeOf<Revocations['check']>()
  .parameter(0)
  .toEqualTypeOf<Pick<SessionClaims, 'userId' | 'sessionId' | 'organizationId' | 'issuedAt'>>()
expectTypeOf<Revocations['check']>().returns.resolves.toEqualTypeOf<Standing>()
// @ts-expect-error Up to when?
createRevocations().revoke({ kind: 'user', userId: 'user_1' })
