// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import {
  ApiRejectedError,
  ApiResponseError,
  ApiUnavailableError,
  type AuthenticationOutcome,
  type AuthKit,
  type CallbackOutcome,
  ConfigurationError,
  createWorkOS,
  InputError,
  type LatchkeyError,
  type LatchkeyErrorCode,
  type Organization,
  PayloadError,
  type Session,
  SessionTooLargeError,
  SignatureError,
  type User,
} from '../../src/index.ts'

const kit = {} as AuthKit

// Every error has a code and a way out.
for (const error of [
  ApiRejectedError,
  ApiResponseError,
  ApiUnavailableError,
  ConfigurationError,
  InputError,
  PayloadError,
  SessionTooLargeError,
  SignatureError,
]) {
  expectTypeOf(error.prototype).toExtend<LatchkeyError>()
}
expectTypeOf<LatchkeyError['code']>().toEqualTypeOf<LatchkeyErrorCode>()
expectTypeOf<LatchkeyError['fix']>().toBeString()
expectTypeOf<SignatureError['problem']>().toEqualTypeOf<
  'missing' | 'malformed' | 'outside-tolerance' | 'mismatch'
>()
expectTypeOf<PayloadError['path']>().toBeString()
expectTypeOf<ApiUnavailableError['retryAfter']>().toEqualTypeOf<number | undefined>()

// A grant's outcome is told apart by its status.
const outcome = await kit.authenticateWithPassword({ email: 'a@b.c', password: 'secret' })
expectTypeOf(outcome).toEqualTypeOf<AuthenticationOutcome>()
if (outcome.status === 'authenticated') expectTypeOf(outcome.session).toEqualTypeOf<Session>()
if (outcome.status === 'organization-selection') {
  expectTypeOf(outcome.pendingAuthenticationToken).toBeString()
  expectTypeOf(outcome.organizations[0]?.name).toEqualTypeOf<string | undefined>()
}
if (outcome.status === 'failed') expectTypeOf(outcome.rawCode).toBeString()
// @ts-expect-error There may be no session.
outcome.session

const callback = await kit.completeSignIn(new Map(), { query: new URLSearchParams() })
expectTypeOf(callback).toEqualTypeOf<CallbackOutcome>()
expectTypeOf(callback.returnTo).toBeString()

// The API speaks camelCase and takes what the path, the query and the body need.
const workos = createWorkOS(kit)
expectTypeOf(workos.users.get).returns.resolves.toEqualTypeOf<User>()
expectTypeOf(workos.organizations.get).parameter(0).toEqualTypeOf<{ id: string }>()
expectTypeOf<Organization['externalId']>().toEqualTypeOf<string | null>()
// @ts-expect-error Which one?
workos.users.get()
