import { createWorkOS, parseCookies } from '@latchkey/core'
import { notFound, permanentRedirect, redirect } from 'next/navigation.js'
import { NextRequest } from 'next/server.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Credential, createAuth } from '../../src/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

interface Asked {
  accept?: Credential[]
  permission?: string
  maxAge?: number
  headers?: Record<string, string>
}

async function ask({ headers = {}, ...options }: Asked) {
  const GET = createAuth({ kit: world.kit }).protectRoute(options, (_request, { auth }) =>
    Response.json({ status: auth.status }),
  )
  const response = await GET(new NextRequest(`${appUrl}/api`, { headers }), {})
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  return { response, body: await response.json() }
}

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` })

async function accessToken(): Promise<string> {
  return (await world.emulator.mintSession({ email: ada })).access_token
}

async function apiKey(permissions: string[] = [], expiresAt?: string) {
  const { claims } = await signedIn()
  return createWorkOS(world.kit).apiKeys.createForOrganization({
    organizationId: claims.organizationId ?? '',
    name: 'test',
    permissions,
    ...(expiresAt !== undefined && { expiresAt }),
  })
}

async function signedIn() {
  const state = await world.kit.readSession(parseCookies(await world.cookieOf(ada)))
  if (state.status !== 'signed-in') throw new Error(state.status)
  return state
}

const validations = () =>
  world.emulator.requests().filter(({ path }) => path === '/api_keys/validations').length

describe('a session', () => {
  it('lets in, and is refreshed where due', async () => {
    const cookie = await world.cookieOf(ada)
    expect((await ask({ headers: { cookie } })).body).toEqual({ status: 'signed-in' })
    world.travel(600)
    const { response, body } = await ask({ headers: { cookie } })
    expect(body).toEqual({ status: 'signed-in' })
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })

  it('is needed, and has to have what is required', async () => {
    const nobody = await ask({})
    expect(nobody.response.status).toBe(401)
    expect(nobody.body).toMatchObject({ error: { code: 'unauthenticated' } })
    expect(nobody.response.headers.get('www-authenticate')).toContain('Session')
    const headers = { cookie: await world.cookieOf(ada) }
    const other = await ask({ permission: 'nobody:has-this', headers })
    expect(other.response.status).toBe(403)
    world.travel(100)
    const old = await ask({ maxAge: 60, headers })
    expect(old.response.status).toBe(401)
    expect(old.body).toMatchObject({ error: { code: 'reauthentication_required' } })
  })

  it('that cannot be checked is told so', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    world.outage(true)
    const { response } = await ask({ headers: { cookie } })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBeTruthy()
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('an access token', () => {
  it('lets in where it is accepted, with what it says', async () => {
    const headers = bearer(await accessToken())
    expect((await ask({ accept: ['bearer'], headers })).body).toEqual({ status: 'bearer' })
    expect((await ask({ accept: ['session', 'bearer'], headers })).body.status).toBe('bearer')
    expect((await ask({ headers })).response.status).toBe(401)
    const refused = await ask({ accept: ['bearer'], permission: 'nobody:has-this', headers })
    expect(refused.response.status).toBe(403)
  })

  it('that is no good is refused, whatever the cookie says', async () => {
    const cookie = await world.cookieOf(ada)
    const good = await accessToken()
    const stranger = await createWorld()
    const foreign = (await stranger.emulator.mintSession({ email: ada })).access_token
    const forged = good.replace(/\.[^.]+$/, foreign.slice(foreign.lastIndexOf('.')))
    for (const token of [foreign, forged, 'x', 'a.b.c', `${good}x`]) {
      const { response } = await ask({
        accept: ['session', 'bearer'],
        headers: { cookie, ...bearer(token) },
      })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="latchkey"')
      expect(response.headers.getSetCookie()).toEqual([])
    }
    world.travel(600)
    const late = await ask({ accept: ['session', 'bearer'], headers: { cookie, ...bearer(good) } })
    expect(late.response.status).toBe(401)
    expect(world.refreshes()).toBe(0)
  })

  it('of a session that was revoked is refused', async () => {
    const minted = await world.emulator.mintSession({ email: ada })
    const state = await world.kit.readBearer(minted.access_token)
    if (state.status !== 'bearer') throw new Error(state.status)
    await world.kit.revocations.revoke({ kind: 'session', sessionId: state.claims.sessionId })
    const headers = bearer(minted.access_token)
    expect((await ask({ accept: ['bearer'], headers })).response.status).toBe(401)
  })

  it('cannot be judged without the keys', async () => {
    const headers = bearer(await accessToken())
    world.outage(true)
    expect((await ask({ accept: ['bearer'], headers })).response.status).toBe(503)
  })
})

describe('an API key', () => {
  it('lets in with its own permissions, and has no person behind it', async () => {
    const { value } = await apiKey()
    const headers = bearer(value)
    const accept: Credential[] = ['session', 'bearer', 'api-key']
    expect((await ask({ accept, headers })).body).toEqual({ status: 'api-key' })
    const refused = await ask({ accept, permission: 'nobody:has-this', headers })
    expect(refused.response.status).toBe(403)
    expect((await ask({ accept, maxAge: 1_000_000, headers })).response.status).toBe(403)
    expect((await ask({ accept: ['session'], headers })).response.status).toBe(401)
  })

  it('is asked about once, by however many at the same time, and again after half a minute', async () => {
    const { id, value } = await apiKey()
    const headers = bearer(value)
    const all = await Promise.all(
      Array.from({ length: 20 }, () => ask({ accept: ['api-key'], headers })),
    )
    expect(all.every(({ response }) => response.status === 200)).toBe(true)
    expect(validations()).toBe(1)
    await createWorkOS(world.kit).apiKeys.delete({ id })
    world.travel(31)
    expect((await ask({ accept: ['api-key'], headers })).response.status).toBe(401)
    expect(validations()).toBe(2)
  })

  it('that ends while it is believed ends', async () => {
    const soon = new Date(world.emulator.clock.now() + 10_000).toISOString()
    const { value } = await apiKey([], soon)
    const headers = bearer(value)
    expect((await ask({ accept: ['api-key'], headers })).response.status).toBe(200)
    world.travel(11)
    expect((await ask({ accept: ['api-key'], headers })).response.status).toBe(401)
    expect(validations()).toBe(1)
  })

  it('that is none is refused, whatever the cookie says; an outage is none of its fault', async () => {
    const cookie = await world.cookieOf(ada)
    const headers = { cookie, ...bearer('sk_nothing') }
    const accept: Credential[] = ['session', 'api-key']
    expect((await ask({ accept, headers })).response.status).toBe(401)
    const { value } = await apiKey()
    world.outage(true)
    const during = await ask({ accept, headers: bearer(value) })
    expect(during.response.status).toBe(503)
    world.outage(false)
    expect((await ask({ accept, headers: bearer(value) })).response.status).toBe(200)
  })
})

describe('a handler that leaves by a function of Next', () => {
  const leaving = (leave: () => never, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
    createAuth({ kit: world.kit }).protectRoute({}, leave)(
      new NextRequest(`${appUrl}/api`, init),
      {},
    )

  it.each([
    [() => redirect('/members?a=1;b'), 307, '/members?a=1;b'],
    [() => permanentRedirect('/members'), 308, '/members'],
    [() => notFound(), 404, null],
  ] as const)('loses no session that was refreshed on the way', async (leave, status, location) => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    const response = await leaving(leave, { headers: { cookie } })
    expect([response.status, response.headers.get('location')]).toEqual([status, location])
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })

  it('has what a form posted followed by GET, as Next has', async () => {
    const headers = { cookie: await world.cookieOf(ada) }
    const body = new URLSearchParams({ a: '1' })
    const response = await leaving(() => redirect('/done'), { method: 'POST', body, headers })
    expect(response.status).toBe(303)
  })

  it('lets errors through', async () => {
    const headers = { cookie: await world.cookieOf(ada) }
    const fail = () => {
      throw new Error('the product is at fault')
    }
    await expect(leaving(fail, { headers })).rejects.toThrow('the product is at fault')
  })
})
