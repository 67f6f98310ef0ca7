import { createWorkOS, parseCookies } from '@latchkey/core'
import { NextRequest } from 'next/server.js'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RequestKind } from '../../src/http/requestKind.ts'
import { type WithAuthOptions, withAuth } from '../../src/proxy/index.ts'
import { authErrorCode } from '../../src/react/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const kinds: Record<RequestKind, { method?: string; headers: Record<string, string> }> = {
  document: { headers: { 'sec-fetch-mode': 'navigate', accept: 'text/html' } },
  data: { headers: { 'sec-fetch-mode': 'cors', accept: '*/*' } },
  action: { method: 'POST', headers: { 'next-action': 'abc', 'sec-fetch-mode': 'cors' } },
  prefetch: { headers: { 'sec-purpose': 'prefetch', 'sec-fetch-mode': 'navigate' } },
}

interface Question extends WithAuthOptions {
  kind?: RequestKind
  cookie?: string | undefined
}

function ask(path: string, { kind = 'document', cookie, ...options }: Question = {}) {
  const { method = 'GET', headers } = kinds[kind]
  const proxy = withAuth({ kit: world.kit, publicPaths: ['/', '/docs/:path*'], ...options })
  return proxy(
    new NextRequest(appUrl + path, { method, headers: { ...headers, ...(cookie && { cookie }) } }),
  )
}

/** Whether the request goes on to its page. */
function passes(response: Response): boolean {
  return response.headers.get('x-middleware-next') === '1'
}

/** A header of the request as the page behind will see it. */
function forwarded(response: Response, name: string): string | null {
  return response.headers.get(`x-middleware-request-${name}`)
}

const everyKind = Object.keys(kinds) as RequestKind[]

describe('somebody signed out', () => {
  it.each(everyKind)('sees public paths (%s), without a cookie', async (kind) => {
    const response = await ask('/docs/start', { kind })
    expect(passes(response)).toBe(true)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('who opens a protected page is sent to sign in, and back', async () => {
    const response = await ask('/dashboard?tab=a&b=%26')
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe(
      `${appUrl}/auth/sign-in?returnTo=${encodeURIComponent('/dashboard?tab=a&b=%26')}`,
    )
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it.each(['data', 'action', 'prefetch'] as const)('gets 401 for protected %s', async (kind) => {
    const response = await ask('/dashboard', { kind })
    expect(response.status).toBe(401)
    const text = await response.text()
    if (kind === 'action') {
      expect(response.headers.get('content-type')).toBe('text/plain')
      expect(authErrorCode(new Error(text))).toBe('unauthenticated')
    } else {
      expect(JSON.parse(text)).toMatchObject({ error: { code: 'unauthenticated' } })
    }
    expect(response.headers.get('www-authenticate')).toBeTruthy()
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('who posts a form is sent to sign in with GET', async () => {
    const proxy = withAuth({ kit: world.kit })
    const { headers } = kinds.document
    const response = await proxy(new NextRequest(`${appUrl}/x`, { method: 'POST', headers }))
    expect(response.status).toBe(303)
  })

  it.each(['/auth/sign-in', '/auth/callback', '/auth/session'])('reaches %s', async (path) => {
    expect(passes(await ask(path))).toBe(true)
  })

  it.each(['/auth/settings', '/auth/sign-in/more', '/authors', '/docs/..%2fdashboard/../x'])(
    'does not reach %s',
    async (path) => {
      const response = await ask(path)
      const expected = path.startsWith('/docs/..%2f')
      expect(passes(response)).toBe(expected)
    },
  )
})

describe('somebody signed in', () => {
  it.each(everyKind)('passes (%s), and nothing is kept by caches', async (kind) => {
    const response = await ask('/dashboard', { kind, cookie: await world.cookieOf(ada) })
    expect(passes(response)).toBe(true)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('cannot be forged by headers', async () => {
    const proxy = withAuth({ kit: world.kit })
    const response = await proxy(
      new NextRequest(`${appUrl}/dashboard`, {
        headers: {
          ...kinds.data.headers,
          'x-workos-session': (await world.cookieOf(ada)).split('wos-session=')[1] ?? '',
          'x-workos-middleware': 'true',
          'x-latchkey-path': '/',
          'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
        },
      }),
    )
    expect(response.status).toBe(401)
  })
})

describe('somebody who may not', () => {
  const rules = [{ path: '/admin/:path*', require: { permission: 'nobody:has-this' } }]

  it.each(everyKind)('gets 403 (%s), and goes nowhere', async (kind) => {
    const cookie = await world.cookieOf(ada)
    const response = await ask('/admin/x', { kind, cookie, rules })
    expect(response.status).toBe(403)
    expect(response.headers.get('location')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.text()).toContain(
      kind === 'document' ? 'Not for this account' : 'forbidden',
    )
  })

  it('gets the session that was refreshed on the way', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    const response = await ask('/admin/x', { cookie, rules })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })

  it('is sent to sign in first where nobody is signed in', async () => {
    expect((await ask('/admin/x', { rules })).status).toBe(307)
    expect((await ask('/admin/x', { rules, kind: 'data' })).status).toBe(401)
  })

  it('sees a page of the product in place, or what a function answers', async () => {
    const cookie = await world.cookieOf(ada)
    const page = await ask('/admin/x?a=1', { cookie, rules, forbidden: '/not-for-you' })
    expect(page.headers.get('x-middleware-rewrite')).toBe(`${appUrl}/not-for-you`)
    const own = await ask('/admin/x', {
      cookie,
      rules,
      forbidden: (_request, { auth, reasons }) =>
        Response.redirect(`${appUrl}/?${auth.status}&${reasons[0]?.wanted}`),
    })
    expect(own.headers.get('location')).toBe(`${appUrl}/?signed-in&nobody:has-this`)
    expect(own.headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('somebody whose proof of identity is too old', () => {
  const rules = [{ path: '/danger', require: { maxAge: 300 } }]

  it('is sent to sign in again, and back; data are told how old it may be', async () => {
    const cookie = await world.cookieOf(ada)
    expect(passes(await ask('/danger', { cookie, rules }))).toBe(true)
    world.travel(301)
    const page = await ask('/danger?a=1', { cookie, rules })
    expect(page.status).toBe(307)
    const location = new URL(page.headers.get('location') ?? '')
    expect(location.pathname).toBe('/auth/sign-in')
    expect(Object.fromEntries(location.searchParams)).toEqual({
      returnTo: '/danger?a=1',
      maxAge: '300',
    })
    const data = await ask('/danger', { kind: 'data', cookie, rules })
    expect(data.status).toBe(401)
    expect(await data.json()).toMatchObject({ error: { code: 'reauthentication_required' } })
    expect(data.headers.get('www-authenticate')).toBe(
      'Session realm="latchkey", error="insufficient_user_authentication", max_age=300',
    )
  })
})

describe('a frame', () => {
  it('gets a link out of the frame, because hosted pages cannot be framed', async () => {
    const headers = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    const request = new NextRequest(`${appUrl}/dashboard`, { headers })
    const hosted = await withAuth({ kit: world.kit })(request)
    expect(hosted.status).toBe(401)
    expect(hosted.headers.get('location')).toBeNull()
    expect(await hosted.text()).toContain('target="_top"')
    const own = await withAuth({ kit: world.kit, unauthenticated: '/login' })(request)
    expect(own.headers.get('location')).toBe(`${appUrl}/login?returnTo=%2Fdashboard`)
  })
})

describe('an expired session', () => {
  it.each(['document', 'data', 'action'] as const)(
    'is refreshed on the way (%s); page and browser get the new cookie',
    async (kind) => {
      const cookie = await world.cookieOf(ada)
      world.travel(600)
      const response = await ask('/dashboard', { kind, cookie })
      expect(passes(response)).toBe(true)
      expect(world.refreshes()).toBe(1)
      const [set = ''] = response.headers.getSetCookie()
      expect(set).toMatch(/^wos-session=Fe26/)
      const seen = parseCookies(forwarded(response, 'cookie'))
      expect(seen.get('theme')).toBe('dark')
      expect(seen.get('wos-session')).toBe(/^wos-session=([^;]+)/.exec(set)?.[1])
      expect((await world.kit.readSession(seen)).status).toBe('signed-in')
    },
  )

  it('is refreshed on public paths too', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    const response = await ask('/', { cookie })
    expect(response.headers.getSetCookie()).toHaveLength(1)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('is left alone by a prefetch', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    for (const path of ['/', '/dashboard']) {
      const response = await ask(path, { kind: 'prefetch', cookie })
      expect(response.headers.getSetCookie()).toEqual([])
      expect(response.headers.get('location')).toBeNull()
    }
    expect(world.refreshes()).toBe(0)
  })

  it('that WorkOS has ended counts as none, and its cookie stays', async () => {
    const cookie = await world.cookieOf(ada)
    const sessionId = await world.kit.sessionIdOf(parseCookies(cookie))
    await createWorkOS(world.kit).sessions.revoke({ sessionId: sessionId ?? '' })
    world.travel(600)
    const page = await ask('/dashboard', { cookie })
    expect(page.status).toBe(307)
    expect(page.headers.getSetCookie()).toEqual([])
    const open = await ask('/', { cookie })
    expect(passes(open)).toBe(true)
    expect(open.headers.getSetCookie()).toEqual([])
    expect(parseCookies(forwarded(open, 'cookie')).has('wos-session')).toBe(false)
  })
})

describe('an outage of WorkOS', () => {
  it('does not touch a session whose token lives', async () => {
    const cookie = await world.cookieOf(ada)
    await ask('/dashboard', { cookie })
    world.outage(true)
    expect(passes(await ask('/dashboard', { cookie }))).toBe(true)
  })

  it('is told as such where a refresh is needed, and nobody is sent anywhere', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    world.outage(true)
    const page = await ask('/dashboard?a=1', { cookie })
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBeTruthy()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('href="/dashboard?a=1"')
    const elsewhere = await ask('//evil.example/x', { cookie })
    expect(await elsewhere.text()).not.toMatch(/(?:href=|url=)"?\/\//)
    const data = await ask('/dashboard', { kind: 'data', cookie })
    expect(data.status).toBe(503)
    expect(await data.json()).toMatchObject({ error: { code: 'session_unavailable' } })
    for (const response of [page, data]) {
      expect(response.headers.getSetCookie()).toEqual([])
      expect(response.headers.get('location')).toBeNull()
    }
    world.outage(false)
    expect(passes(await ask('/dashboard', { cookie }))).toBe(true)
  })

  it('leaves public pages open', async () => {
    const cookie = await world.cookieOf(ada)
    world.travel(600)
    world.outage(true)
    const response = await ask('/', { cookie })
    expect(passes(response)).toBe(true)
    expect(forwarded(response, 'x-latchkey-unavailable')).toBe('1')
  })
})
