import { createRevocations, parseCookies } from '@latchkey/core'
import { NextRequest, NextResponse } from 'next/server.js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuth } from '../src/index.ts'
import { type AccessRule, withAuth } from '../src/proxy/index.ts'
import { authRoutes } from '../src/routes/index.ts'
import { ada, appUrl, createWorld, type World } from './support/world.ts'

const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers.js', () => ({ headers: async () => request.headers }))

let world: World
let asked: number
let down: boolean

/** Kept elsewhere: what another instance revoked is known to those alone who ask for it. */
beforeEach(async () => {
  const elsewhere = createRevocations()
  asked = 0
  down = false
  world = await createWorld({
    revocations: {
      revoke: (revocation) => elsewhere.revoke(revocation),
      async check(claims, { strict } = { strict: false }) {
        if (!strict) return 'valid'
        asked += 1
        if (down) throw new Error('unreachable')
        return elsewhere.check(claims, { strict })
      },
    },
  })
})

/** The cookie and the access token of a session that another instance has revoked. */
async function revoked() {
  const cookie = await world.cookieOf(ada)
  const state = await world.kit.readSession(parseCookies(cookie))
  if (state.status !== 'signed-in') throw new Error(state.status)
  const { sessionId } = state.claims
  await world.kit.revocations.revoke({ kind: 'session', sessionId })
  return { cookie, authorization: `Bearer ${state.accessToken}` }
}

/** The cookie of a session whose membership another instance knows to have changed since. */
async function outdated(): Promise<string> {
  const cookie = await world.cookieOf(ada)
  const state = await world.kit.readSession(parseCookies(cookie))
  if (state.status !== 'signed-in') throw new Error(state.status)
  const { userId, organizationId = '', issuedAt: at } = state.claims
  await world.kit.revocations.revoke({ kind: 'membership', userId, organizationId, at })
  world.travel(1)
  return cookie
}

describe('a strict rule of the proxy', () => {
  const rules: AccessRule[] = [
    { path: '/:path*', require: {} },
    { path: '/payouts/:path*', strict: true },
    { path: '/payouts/new', require: {}, strict: false },
    { path: '/open/live', strict: true },
  ]
  const ask = (path: string, headers: Record<string, string>) => {
    const proxy = withAuth({ kit: world.kit, rules })
    return proxy(
      new NextRequest(appUrl + path, { headers: { 'sec-fetch-mode': 'cors', ...headers } }),
    )
  }

  it.each(['/payouts', '/payouts/new', '/PAYOUTS/x', '/payouts.rsc'])(
    'refuses a revoked session at %s, also in a prefetch',
    async (path) => {
      const { cookie } = await revoked()
      expect((await ask(path, { cookie })).status).toBe(401)
      expect((await ask(path, { cookie, 'sec-purpose': 'prefetch' })).status).toBe(401)
      expect(asked).toBe(2)
    },
  )

  it('lets everybody else pass, and other paths ask nothing', async () => {
    const { cookie } = await revoked()
    expect((await ask('/reports', { cookie })).headers.get('x-middleware-next')).toBe('1')
    expect(asked).toBe(0)
    const other = await world.cookieOf(ada)
    expect((await ask('/payouts', { cookie: other })).headers.get('x-middleware-next')).toBe('1')
    expect(asked).toBe(1)
  })

  it('lets nobody pass, and signs nobody out, where the revocations cannot be reached', async () => {
    const cookie = await world.cookieOf(ada)
    down = true
    const response = await ask('/payouts', { cookie })
    expect(response.status).toBe(503)
    expect(response.headers.getSetCookie()).toEqual([])
    expect((await ask('/reports', { cookie })).headers.get('x-middleware-next')).toBe('1')
  })

  it('holds on a public path for what the product decides by itself', async () => {
    const proxy = withAuth((_request, { auth }) => new Response(auth.status), {
      kit: world.kit,
      publicPaths: ['/open/:path*'],
      rules: [{ path: '/open/live', strict: true }],
    })
    const { cookie } = await revoked()
    const at = (path: string) => proxy(new NextRequest(appUrl + path, { headers: { cookie } }))
    expect(await (await at('/open/live')).text()).toBe('signed-out')
    expect(await (await at('/open/other')).text()).toBe('signed-in')
  })
})

describe('a strict rule for the page that the product rewrites to', () => {
  it('refuses a revoked session', async () => {
    const { cookie } = await revoked()
    const rewrite = () => NextResponse.rewrite(`${appUrl}/en/payouts`)
    const rules: AccessRule[] = [{ path: '/:locale/payouts', strict: true }]
    const proxy = withAuth(rewrite, { kit: world.kit, rules })
    const headers = { 'sec-fetch-mode': 'cors', cookie }
    const response = await proxy(new NextRequest(`${appUrl}/payouts`, { headers }))
    expect(response.status).toBe(401)
  })

  it('delivers the session that it had refreshed', async () => {
    const cookie = await outdated()
    const rewrite = () => NextResponse.rewrite(`${appUrl}/en/payouts`)
    const rules: AccessRule[] = [{ path: '/:locale/payouts', strict: true }]
    const proxy = withAuth(rewrite, { kit: world.kit, rules })
    const response = await proxy(new NextRequest(`${appUrl}/payouts`, { headers: { cookie } }))
    expect(response.headers.has('x-middleware-rewrite')).toBe(true)
    expect(world.refreshes()).toBe(1)
    const set = response.headers.getSetCookie()
    expect(set).toHaveLength(1)
    expect(cookie).not.toContain(parseCookies(set[0]).get('wos-session') ?? 'none')
    const behind = parseCookies(response.headers.get('x-middleware-request-cookie'))
    expect(behind.get('wos-session')).toBe(parseCookies(set[0]).get('wos-session'))
  })
})

describe('a strict helper', () => {
  it('refuses a revoked session, and the same one asks nothing where it is not strict', async () => {
    const { cookie } = await revoked()
    request.headers = new Headers({ cookie })
    const { auth, requireAuth } = createAuth({ kit: world.kit })
    expect((await auth()).status).toBe('signed-in')
    expect((await requireAuth()).status).toBe('signed-in')
    expect(asked).toBe(0)
    expect(await auth({ strict: true })).toEqual({ status: 'signed-out', reason: 'revoked' })
    await expect(requireAuth({ strict: true })).rejects.toMatchObject({
      digest: expect.stringContaining('/auth/sign-in'),
    })
    expect(asked).toBe(2)
  })

  it('has a session refreshed by a route that looks as closely, and does not go round', async () => {
    const cookie = await outdated()
    const { auth } = createAuth({ kit: world.kit })
    request.headers = new Headers({ cookie })
    const sent = await auth({ strict: true, returnTo: '/payouts' }).catch(({ digest }) => digest)
    const [, , path = ''] = String(sent).split(';')
    expect(path).toMatch(/^\/auth\/refresh\?/)
    const refresh = new NextRequest(appUrl + path, { headers: { cookie } })
    const response = await authRoutes({ kit: world.kit }).GET(refresh)
    expect(response.headers.get('location')).toBe(`${appUrl}/payouts`)
    expect(world.refreshes()).toBe(1)
    const [set] = response.headers.getSetCookie()
    request.headers = new Headers({ cookie: /^[^;]+/.exec(set ?? '')?.[0] ?? '' })
    expect((await auth({ strict: true })).status).toBe('signed-in')
  })

  it('refuses a revoked access token', async () => {
    const { authorization } = await revoked()
    request.headers = new Headers({ authorization })
    const { auth } = createAuth({ kit: world.kit })
    expect((await auth({ accept: ['bearer'] })).status).toBe('bearer')
    const state = await auth({ accept: ['bearer', 'api-key'], strict: true })
    expect(state).toEqual({ status: 'signed-out', reason: 'revoked' })
  })

  it('guards a route handler', async () => {
    const { cookie, authorization } = await revoked()
    const { protectRoute } = createAuth({ kit: world.kit })
    const handler = () => new Response('paid')
    const lax = protectRoute({ accept: ['session', 'bearer'] }, handler)
    const strict = protectRoute({ accept: ['session', 'bearer'], strict: true }, handler)
    const from = (headers: Record<string, string>) => new NextRequest(appUrl, { headers })
    for (const headers of [{ cookie }, { authorization }]) {
      expect((await lax(from(headers), {})).status).toBe(200)
      expect((await strict(from(headers), {})).status).toBe(401)
    }
    expect(asked).toBe(2)
    down = true
    expect((await strict(from({ cookie }), {})).status).toBe(503)
  })
})
