// Compiled by `pnpm check`; it never runs.
import { type CustomClaims, createAuthKit } from '@latchkey/core'
import { NextResponse } from 'next/server.js'
import { expectTypeOf } from 'vitest'
import * as z from 'zod'
import {
  type Auth,
  type AuthState,
  auth,
  type ClientAuth,
  createAuth,
  environmentKit,
  type KitSource,
  requireAuth,
  type SignedIn,
  toClientAuth,
} from '../../src/index.ts'
import { withAuth } from '../../src/proxy/index.ts'

const claims = z.object({ plan: z.enum(['free', 'pro']), tier: z.number() })
type Declared = CustomClaims<typeof claims>
const options = {
  apiKey: 'sk_test',
  clientId: 'client_1',
  cookiePassword: 'a password of at least 32 characters',
  redirectUri: 'https://example.com/auth/callback',
}

// Without declared claims there are none but WorkOS's.
expectTypeOf(await auth()).toEqualTypeOf<AuthState>()
expectTypeOf(await requireAuth()).toEqualTypeOf<SignedIn>()
expectTypeOf((await requireAuth()).claims).not.toHaveProperty('custom')
expectTypeOf(createAuth()).toEqualTypeOf<Auth>()

// Declared once, they are typed wherever the instance is used.
const kit = environmentKit({ claims })
expectTypeOf(kit).toExtend<KitSource<Declared>>()
const own = createAuth({ kit })
expectTypeOf(own).toEqualTypeOf<Auth<Declared>>()
expectTypeOf((await own.requireAuth()).claims.custom.plan).toEqualTypeOf<'free' | 'pro'>()
const state = await own.auth()
// @ts-expect-error Nobody may be signed in.
state.claims
if (state.status === 'signed-in') expectTypeOf(state.claims.custom.tier).toBeNumber()

// An instance will do as well, and so will one for each host.
const tenants = new Map([['eu.example.com', createAuthKit({ ...options, claims })]])
const fallback = createAuthKit({ ...options, claims })
expectTypeOf(createAuth({ kit: fallback })).toEqualTypeOf<Auth<Declared>>()
const byHost = createAuth({
  kit: (headers) => tenants.get(headers.get('host') ?? '') ?? fallback,
})
expectTypeOf(byHost).toEqualTypeOf<Auth<Declared>>()

// The proxy knows them too.
withAuth(
  (_request, { auth: who }) => {
    if (who.status === 'signed-in') expectTypeOf(who.claims.custom.plan).toBeString()
    return NextResponse.next()
  },
  { kit },
)
withAuth((request) => {
  if (request.nextUrl.pathname === '/old') return NextResponse.redirect(new URL('/', request.url))
})
withAuth((_request, { auth: who }) => {
  // @ts-expect-error Nothing was declared.
  if (who.status === 'signed-in') who.claims.custom
  return NextResponse.next()
})

// The browser gets those that are named, and no other.
expectTypeOf(toClientAuth(state)).toEqualTypeOf<ClientAuth>()
const client = toClientAuth(state, { customClaims: ['plan'] })
if (client.status === 'signed-in') {
  expectTypeOf(client.claims.custom).toEqualTypeOf<{ plan: 'free' | 'pro' }>()
}
// @ts-expect-error There is no such claim.
toClientAuth(state, { customClaims: ['plam'] })

// A route handler has the request that Next gives it, and the parameters that it names.
own.protectRoute({ role: 'admin' }, (request, { params }: { params: Promise<{ id: string }> }) => {
  expectTypeOf(request.nextUrl.pathname).toBeString()
  return params.then(({ id }) => Response.json({ id }))
})

// A requirement is checked by its names.
await own.requireAuth({ permission: ['a', 'b'], maxAge: 60, returnTo: '/here' })
// @ts-expect-error Misspelt.
await own.requireAuth({ permissions: 'a' })
withAuth({ rules: [{ path: '/a', require: { role: 'admin' }, unauthenticated: '/login' }] })
// @ts-expect-error Misspelt.
withAuth({ rules: [{ path: '/a', require: { roles: 'admin' } }] })
