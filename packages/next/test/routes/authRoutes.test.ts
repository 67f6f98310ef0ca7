import { authKitFor, createWorkOS, parseCookies } from '@latchkey/core'
import { NextRequest } from 'next/server.js'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type AuthRoutes, authRoutes } from '../../src/routes/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const document = { 'sec-fetch-mode': 'navigate', accept: 'text/html' }
const data = { 'sec-fetch-mode': 'cors', accept: 'application/json' }

function get(path: string, headers: Record<string, string> = document) {
  return authRoutes({ kit: world.kit }).GET(new NextRequest(appUrl + path, { headers }))
}

function post(
  path: string,
  {
    headers = {},
    form = {},
  }: { headers?: Record<string, string>; form?: Record<string, string> } = {},
) {
  return authRoutes({ kit: world.kit }).POST(
    new NextRequest(appUrl + path, {
      method: 'POST',
      headers: { ...document, 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(form),
    }),
  )
}

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? 'about:blank')
}

describe('sign-in', () => {
  it('starts at WorkOS with PKCE and a state that is bound to the browser', async () => {
    const response = await get('/auth/sign-in?returnTo=/dashboard&loginHint=ada@example.com')
    const url = locationOf(response)
    expect(response.status).toBe(307)
    expect(url.pathname).toBe('/user_management/authorize')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: world.emulator.clientId,
      redirect_uri: `${appUrl}/auth/callback`,
      response_type: 'code',
      provider: 'authkit',
      screen_hint: 'sign-in',
      login_hint: 'ada@example.com',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^wos-auth-verifier-[0-9a-f]{8}=/)
    expect(cookie).toContain('HttpOnly; SameSite=Lax')
    expect(cookie).toContain(`=${url.searchParams.get('state')};`)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('may open the sign-up page', async () => {
    const url = locationOf(await get('/auth/sign-up'))
    expect(url.searchParams.get('screen_hint')).toBe('sign-up')
  })

  it('asks for a new proof of the same person, for the organization that they are in', async () => {
    const cookie = await world.cookieOf(ada)
    const again = locationOf(await get('/auth/sign-in?maxAge=300', { ...document, cookie }))
    expect(Object.fromEntries(again.searchParams)).toMatchObject({
      max_age: '300',
      login_hint: ada,
      organization_id: 'org_01JNORTHWIND0000000000000A',
    })
    const path = '/auth/sign-in?maxAge=300&loginHint=ben@northwind.example&organizationId=org_1'
    const other = locationOf(await get(path, { ...document, cookie }))
    expect(Object.fromEntries(other.searchParams)).toMatchObject({
      login_hint: 'ben@northwind.example',
      organization_id: 'org_1',
    })
    const anew = locationOf(await get('/auth/sign-in', { ...document, cookie }))
    expect(anew.searchParams.has('login_hint')).toBe(false)
  })

  it('begins nothing for a prefetch or a fetch', async () => {
    const prefetch = await get('/auth/sign-in', { 'sec-purpose': 'prefetch' })
    expect(prefetch.status).toBe(204)
    const fetched = await get('/auth/sign-in', data)
    expect(fetched.status).toBe(401)
    for (const response of [prefetch, fetched]) {
      expect(response.headers.getSetCookie()).toEqual([])
      expect(response.headers.get('location')).toBeNull()
    }
  })
})

describe('a callback that no cookie of this browser began', () => {
  it('starts over once, with the way back, and then explains', async () => {
    const begun = locationOf(await get('/auth/sign-in?returnTo=/reports'))
    const state = begun.searchParams.get('state') ?? ''
    const again = await get(`/auth/callback?${new URLSearchParams({ code: 'x', state })}`)
    expect(again.status).toBe(303)
    const restart = locationOf(again)
    expect(restart.href).toBe(`${appUrl}/auth/sign-in?returnTo=%2Freports&restarted`)

    const second = locationOf(await get(restart.pathname + restart.search)).searchParams
    const query = new URLSearchParams({ code: 'x', state: second.get('state') ?? '' })
    const page = await get(`/auth/callback?${query}`)
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('state-unbound')
    expect(page.headers.get('location')).toBeNull()
  })

  it('sends those who are signed in on, and leaves their session alone', async () => {
    const cookie = await world.cookieOf(ada)
    const response = await get('/auth/callback?code=x&state=y', { ...document, cookie })
    expect(locationOf(response).href).toBe(`${appUrl}/`)
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('sign-out', () => {
  it('clears every cookie of ours and ends the session at WorkOS', async () => {
    const cookie = `${await world.cookieOf(ada)}; wos-session.0=x; wos-auth-verifier-00000000=y`
    const response = await post('/auth/sign-out', {
      headers: { cookie },
      form: { returnTo: '/bye' },
    })
    expect(response.status).toBe(303)
    const url = locationOf(response)
    expect(url.pathname).toBe('/user_management/sessions/logout')
    expect(url.searchParams.get('return_to')).toBe(`${appUrl}/bye`)
    expect(url.searchParams.get('session_id')).toBe(
      await world.kit.sessionIdOf(parseCookies(cookie)),
    )
    const cleared = response.headers.getSetCookie()
    expect(cleared.map((header) => header.split('=')[0]).sort()).toEqual([
      'wos-auth-verifier-00000000',
      'wos-session',
      'wos-session.0',
    ])
    for (const header of cleared) expect(header).toContain('Max-Age=0')
  })

  it('works when the access token is over, and when nobody is signed in', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(100_000)
    const url = locationOf(await post('/auth/sign-out', { headers: { cookie } }))
    expect(url.searchParams.get('session_id')).toMatch(/^session_/)
    const nobody = await post('/auth/sign-out', { form: { returnTo: '//evil.example' } })
    expect(locationOf(nobody).href).toBe(`${appUrl}/`)
  })

  it('is refused to links, other sites, and those who do not say where they come from', async () => {
    const cookie = await world.cookieOf(ada)
    const link = await get('/auth/sign-out', { ...document, cookie })
    expect(link.status).toBe(405)
    expect(link.headers.get('allow')).toBe('POST')
    const elsewhere = await post('/auth/sign-out', {
      headers: { cookie, 'sec-fetch-site': 'cross-site', origin: appUrl },
    })
    expect(elsewhere.status).toBe(403)
    const silent = await authRoutes({ kit: world.kit }).POST(
      new NextRequest(`${appUrl}/auth/sign-out`, { method: 'POST', headers: { cookie } }),
    )
    expect(silent.status).toBe(403)
    for (const response of [link, elsewhere, silent]) {
      expect(response.headers.getSetCookie()).toEqual([])
    }
  })

  it('reads no more of a form than it needs', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(1_024).fill(97))
      },
    })
    const headers = {
      ...document,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: await world.cookieOf(ada),
    }
    const init = { method: 'POST', headers, body, duplex: 'half' } as const
    const request = new NextRequest(`${appUrl}/auth/sign-out`, init)
    const response = await authRoutes({ kit: world.kit }).POST(request)
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie()).toHaveLength(1)
    expect(pulled).toBeLessThan(100)
  })

  it('tells a program where to go on', async () => {
    const response = await post('/auth/sign-out', {
      headers: { ...data, cookie: await world.cookieOf(ada) },
    })
    expect(response.status).toBe(200)
    expect((await response.json()).url).toContain('/user_management/sessions/logout?')
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })
})

describe('session', () => {
  it('tells the browser who is there, and no secret', async () => {
    const response = await get('/auth/session', { ...data, cookie: await world.cookieOf(ada) })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ status: 'signed-in', user: { email: ada } })
    expect(text).not.toMatch(/eyJ|Fe26|refreshToken|accessToken/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('hands on those of the product’s own claims that are named, and no other', async () => {
    const { emulator } = world
    const { jwtTemplate } = createWorkOS(world.kit)
    await jwtTemplate.update({ content: '{"plan":"pro","margin":7}' })
    const kit = authKitFor(world.kit.config, {
      claims: z.object({ plan: z.string(), margin: z.number() }),
      now: () => emulator.clock.now(),
      fetch: async (input, init) => emulator.fetch(new Request(input, init)),
    })
    const cookie = await world.cookieOf(ada)
    const ask = async (routes: AuthRoutes) => {
      const headers = { ...data, cookie }
      const response = await routes.GET(new NextRequest(`${appUrl}/auth/session`, { headers }))
      return (await response.json()).claims.custom
    }
    expect(await ask(authRoutes({ kit }))).toBeUndefined()
    expect(await ask(authRoutes({ kit, customClaims: ['plan'] }))).toEqual({ plan: 'pro' })
  })

  it('refreshes where due, and says when it cannot know', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    world.outage(true)
    const down = await get('/auth/session', { ...data, cookie })
    expect(down.status).toBe(503)
    expect(down.headers.getSetCookie()).toEqual([])
    world.outage(false)
    const up = await get('/auth/session', { ...data, cookie })
    expect(up.headers.getSetCookie()).toHaveLength(1)
    expect(await up.json()).toMatchObject({ status: 'signed-in' })
  })

  it('says that nobody is there', async () => {
    expect(await (await get('/auth/session', data)).json()).toEqual({ status: 'signed-out' })
  })
})

describe('refresh', () => {
  it('sends a session that WorkOS has ended to sign in, and an outage nowhere', async () => {
    const cookie = await world.cookieOf(ada)
    const sessionId = (await world.kit.sessionIdOf(parseCookies(cookie))) ?? ''
    world.travel(600)
    world.outage(true)
    const down = await get('/auth/refresh?returnTo=/a', { ...document, cookie })
    expect(down.status).toBe(503)
    expect(await down.text()).toContain('/auth/refresh?returnTo=%2Fa')
    world.outage(false)
    await createWorkOS(world.kit).sessions.revoke({ sessionId })
    const ended = await get('/auth/refresh?returnTo=/a', { ...document, cookie })
    expect(locationOf(ended).href).toBe(`${appUrl}/auth/sign-in?returnTo=%2Fa`)
    for (const response of [down, ended]) expect(response.headers.getSetCookie()).toEqual([])
  })

  it('is not begun by a prefetch, which may never be shown', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    const headers = { ...document, 'sec-purpose': 'prefetch', cookie }
    const response = await get('/auth/refresh?returnTo=/a', headers)
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      204,
      'private, no-store',
    ])
    expect(response.headers.getSetCookie()).toEqual([])
    expect(world.refreshes()).toBe(0)
  })
})

describe('any other path', () => {
  it('is not found', async () => {
    const response = await get('/auth/nothing')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
  })
})
