// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import * as z from 'zod'
import {
  type AuthenticationFlow,
  type AuthKit,
  authKitFor,
  type BegunSession,
  type CallbackOutcome,
  type ClaimsInvalid,
  type ClaimsSchema,
  type Config,
  type CookieChange,
  type Cookies,
  type CustomClaims,
  createAuthenticationFlow,
  createAuthKit,
  type FlowResult,
  type Outage,
  type ReadState,
  type RefreshRequired,
  type Session,
  type SessionClaims,
  type SessionState,
  type SignedIn,
  type SignedOut,
  type Unavailable,
} from '../../src/index.ts'

const options = {
  apiKey: 'sk_test',
  clientId: 'client_1',
  cookiePassword: ['newest', 'previous'],
  redirectUri: 'https://example.com/auth/callback',
}
const cookies: Cookies = new Map()
const config = {} as Config
const withClaims = { ...options, claims: z.object({ tenant: z.string() }) }

// Without a schema there are no claims but WorkOS's.
const plain = createAuthKit(options)
expectTypeOf(plain).toEqualTypeOf<AuthKit>()
const state = await plain.loadSession(cookies)
expectTypeOf(state).toEqualTypeOf<SessionState>()
expectTypeOf(state.cookieChanges).toEqualTypeOf<readonly CookieChange[]>()
expectTypeOf(state.status).toEqualTypeOf<'signed-in' | 'signed-out' | 'unavailable'>()
if (state.status === 'signed-in') {
  expectTypeOf(state.user.email).toBeString()
  expectTypeOf(state.claims).not.toHaveProperty('custom')
  expectTypeOf(state.claims.organizationId).toEqualTypeOf<string | undefined>()
}
// @ts-expect-error Nobody may be signed in.
state.user
expectTypeOf(await plain.readSession(cookies)).toEqualTypeOf<
  SignedIn | SignedOut | Unavailable | RefreshRequired
>()
expectTypeOf<ReadState>()
  .exclude<RefreshRequired>()
  .toEqualTypeOf<SignedIn | SignedOut | Unavailable>()

// Why nobody is signed in, and why it is not known, are told apart.
if (state.status === 'unavailable') {
  expectTypeOf(state.retryAfter).toBeNumber()
  // @ts-expect-error Only invalid claims have issues.
  state.issues
  if (state.reason === 'claims-invalid') {
    expectTypeOf(state.issues).toEqualTypeOf<ClaimsInvalid['issues']>()
  }
}
expectTypeOf<Unavailable>().toEqualTypeOf<Outage | ClaimsInvalid>()

// Declared once, custom claims are typed wherever claims are.
const claims = z.object({ plan: z.enum(['free', 'pro']), seats: z.number().default(1) })
type Custom = z.output<typeof claims>
type Declared = CustomClaims<typeof claims>
const kit = createAuthKit({ ...options, claims })
expectTypeOf(kit).toEqualTypeOf<AuthKit<Declared>>()
const typed = await kit.loadSession(cookies)
if (typed.status === 'signed-in') {
  expectTypeOf(typed.claims.custom).toEqualTypeOf<Custom>()
  expectTypeOf(typed.claims).toEqualTypeOf<SessionClaims<Declared>>()
}
const read = await kit.readSession(cookies)
if (read.status === 'signed-in') expectTypeOf(read).toEqualTypeOf<SignedIn<Declared>>()

// However a session began.
const begun = await kit.beginSession(cookies, {} as Session)
expectTypeOf(begun).toEqualTypeOf<BegunSession<Declared>>()
if (begun.status === 'signed-in') expectTypeOf(begun.claims.custom).toEqualTypeOf<Custom>()
if (begun.status === 'unavailable') expectTypeOf(begun.reason).toEqualTypeOf<'claims-invalid'>()
const callback = await kit.completeSignIn(cookies, { query: new URLSearchParams() })
expectTypeOf(callback).toEqualTypeOf<CallbackOutcome<Declared>>()
if (callback.status === 'signed-in') {
  expectTypeOf(callback.session).toEqualTypeOf<SignedIn<Declared>>()
}
const flow = createAuthenticationFlow(kit, {
  methods: ['password'],
  signUp: false,
  beforeSession: (candidate) => {
    expectTypeOf(candidate).toEqualTypeOf<SignedIn<Declared>>()
    return { allow: candidate.claims.custom.plan === 'pro', code: 'upgrade' }
  },
})
expectTypeOf(flow).toEqualTypeOf<AuthenticationFlow<Declared>>()
const result = await flow.start(cookies, { email: 'a@b.c' })
expectTypeOf(result).toEqualTypeOf<FlowResult<Declared>>()
if (result.status === 'signed-in') {
  expectTypeOf(result.session.claims.custom).toEqualTypeOf<Custom>()
}
expectTypeOf(
  createAuthenticationFlow(plain, {
    methods: ['password'],
    signUp: false,
    beforeSession: ({ claims }) => {
      expectTypeOf(claims).not.toHaveProperty('custom')
      return { allow: true }
    },
  }),
).toEqualTypeOf<AuthenticationFlow>()

expectTypeOf(authKitFor(config, { claims })).toEqualTypeOf<AuthKit<Declared>>()

expectTypeOf(createAuthKit(withClaims)).toEqualTypeOf<
  AuthKit<CustomClaims<(typeof withClaims)['claims']>>
>()

// Any Standard Schema will do, and what knows more may stand where less is asked for.
const standard = {} as ClaimsSchema<{ tenant: string }>
expectTypeOf(createAuthKit({ ...options, claims: standard })).toEqualTypeOf<
  AuthKit<CustomClaims<typeof standard>>
>()
expectTypeOf(kit).toExtend<AuthKit>()
expectTypeOf<SignedIn<Declared>>().toExtend<SignedIn>()
expectTypeOf<AuthKit>().not.toExtend<AuthKit<Declared>>()
// @ts-expect-error A schema is needed, not a type.
createAuthKit({ ...options, claims: { plan: 'string' } })
