import { createWorkOS, parseCookies } from '@latchkey/core'
import { NextRequest, NextResponse } from 'next/server.js'
import createIntlMiddleware from 'next-intl/middleware'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ProxyHandler, type WithAuthOptions, withAuth } from '../../src/proxy/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const intl = createIntlMiddleware({ locales: ['en', 'de'], defaultLocale: 'en' })

function ask(
  handler: ProxyHandler,
  path: string,
  { cookie, ...options }: { cookie?: string } & WithAuthOptions = {},
) {
  const headers = {
    'sec-fetch-mode': 'navigate',
    accept: 'text/html',
    'accept-language': 'de',
    ...(cookie && { cookie }),
  }
  return withAuth(handler, { kit: world.kit, ...options })(
    new NextRequest(appUrl + path, { headers }),
  )
}

async function expiredCookie(): Promise<string> {
  const cookie = await world.cookieOf(ada)
  world.travel(600)
  return cookie
}

/** The session that the page behind will find. */
function sessionBehind(response: Response) {
  return world.kit.readSession(parseCookies(response.headers.get('x-middleware-request-cookie')))
}

describe('another proxy behind withAuth', () => {
  it('is not asked for what does not pass', async () => {
    const response = await ask(() => NextResponse.json({ leaked: true }), '/dashboard')
    expect(response.status).toBe(307)
  })

  it('knows who asks', async () => {
    const seen: string[] = []
    const handler: ProxyHandler = (_, { auth }) => {
      seen.push(auth.status === 'signed-in' ? auth.user.email : auth.status)
      return NextResponse.next()
    }
    await ask(handler, '/dashboard', { cookie: await world.cookieOf(ada) })
    await ask(handler, '/', { publicPaths: ['/'] })
    expect(seen).toEqual([ada, 'signed-out'])
  })

  it('that looks at who asks is answered for nobody else, on public paths too', async () => {
    const publicPaths = ['/:path*']
    const cookie = await world.cookieOf(ada)
    const kept = async (handler: ProxyHandler, who: { cookie?: string } = {}) => {
      const response = await ask(handler, '/pricing', { publicPaths, ...who })
      return response.headers.get('cache-control') !== 'private, no-store'
    }
    const tell: ProxyHandler = (_, { auth }) => Response.json({ status: auth.status })
    const home: ProxyHandler = (_, { auth }) =>
      auth.status === 'signed-in'
        ? NextResponse.rewrite(`${appUrl}/home`)
        : NextResponse.redirect(`${appUrl}/welcome`, 308)
    const greet: ProxyHandler = (_, { auth }) =>
      NextResponse.next({ headers: { 'x-status': auth.status } })

    for (const handler of [tell, home, greet]) expect(await kept(handler, { cookie })).toBe(false)
    for (const handler of [tell, home]) expect(await kept(handler)).toBe(false)
    // What is the same for everybody signed out, and what nobody looked at, stays as it is.
    expect(await kept(greet)).toBe(true)
    expect(await kept(intl, { cookie })).toBe(true)
    expect(await kept(() => NextResponse.next(), { cookie })).toBe(true)
  })

  it('lets go on what it says nothing about, with the refreshed cookie', async () => {
    const response = await ask(() => undefined, '/dashboard', { cookie: await expiredCookie() })
    expect(response.headers.get('x-middleware-next')).toBe('1')
    expect((await sessionBehind(response)).status).toBe('signed-in')
  })

  it('may be next-intl: its redirect and its rewrite stand, with the refreshed cookie', async () => {
    const redirected = await ask(intl, '/dashboard', { cookie: await expiredCookie() })
    expect(redirected.headers.get('location')).toBe(`${appUrl}/de/dashboard`)
    expect(redirected.headers.getSetCookie().some((c) => c.startsWith('wos-session='))).toBe(true)
    expect(redirected.headers.get('cache-control')).toBe('private, no-store')

    const rewritten = await ask(intl, '/de/dashboard', { cookie: await expiredCookie() })
    expect(rewritten.headers.get('x-middleware-request-x-next-intl-locale')).toBe('de')
    expect((await sessionBehind(rewritten)).status).toBe('signed-in')
  })

  it('that answers with a plain next() loses nothing', async () => {
    const response = await ask(() => NextResponse.next(), '/dashboard', {
      cookie: await expiredCookie(),
    })
    expect((await sessionBehind(response)).status).toBe('signed-in')
    const names = response.headers.get('x-middleware-override-headers')?.split(',')
    expect(names).toContain('accept-language')
  })

  it('that changes request headers of its own keeps them', async () => {
    const response = await ask(
      () => NextResponse.next({ request: { headers: new Headers({ 'x-tenant': 'acme' }) } }),
      '/dashboard',
      { cookie: await expiredCookie() },
    )
    expect(response.headers.get('x-middleware-request-x-tenant')).toBe('acme')
    expect((await sessionBehind(response)).status).toBe('signed-in')
  })

  it('sees the refreshed cookie in the request, and not one that WorkOS has ended', async () => {
    const seen: (string | undefined)[] = []
    const handler: ProxyHandler = (request) => {
      seen.push(request.cookies.get('wos-session')?.value)
      return NextResponse.next()
    }
    const expired = await expiredCookie()
    await ask(handler, '/dashboard', { cookie: expired })
    expect(expired).not.toContain(seen[0])
    expect(seen[0]).toMatch(/^Fe26/)

    const cookie = await world.cookieOf(ada)
    const sessionId = (await world.kit.sessionIdOf(parseCookies(cookie))) ?? ''
    await createWorkOS(world.kit).sessions.revoke({ sessionId })
    world.travel(600)
    await ask(handler, '/', { cookie, publicPaths: ['/'] })
    expect(seen[1]).toBeUndefined()
  })

  it('cannot lead around a rule by a rewrite, as next-intl does with its default locale', async () => {
    const localize = createIntlMiddleware({
      locales: ['en', 'de'],
      defaultLocale: 'en',
      localePrefix: 'as-needed',
      localeDetection: false,
    })
    const rules = [{ path: '/:locale/admin/:path*', require: { permission: 'nobody:has-this' } }]
    const publicPaths = ['/', '/admin']
    const cookie = await world.cookieOf(ada)
    const known = await ask(localize, '/admin', { cookie, rules, publicPaths })
    expect(known.status).toBe(403)
    const nobody = await ask(localize, '/admin', { rules, publicPaths })
    expect(nobody.headers.get('location')).toBe(`${appUrl}/auth/sign-in?returnTo=%2Fadmin`)

    // What the rewrite leads to need not be listed beside what was asked for.
    const start = await ask(localize, '/', { rules, publicPaths })
    expect(start.headers.get('x-middleware-rewrite')).toBe(`${appUrl}/en`)
    const members = await ask(localize, '/members', { cookie, rules, publicPaths })
    expect(members.headers.get('x-middleware-rewrite')).toBe(`${appUrl}/en/members`)
  })

  it('may rewrite to another origin, which has rules of its own', async () => {
    const elsewhere = 'https://elsewhere.example/en/admin'
    const rules = [{ path: '/:locale/admin', require: { permission: 'nobody:has-this' } }]
    const response = await ask(() => NextResponse.rewrite(elsewhere), '/', {
      rules,
      publicPaths: ['/'],
    })
    expect(response.headers.get('x-middleware-rewrite')).toBe(elsewhere)
  })

  it('may end the request with a response that cannot be changed', async () => {
    const response = await ask(
      () => Response.redirect('https://elsewhere.example/'),
      '/dashboard',
      {
        cookie: await expiredCookie(),
      },
    )
    expect(response.headers.get('location')).toBe('https://elsewhere.example/')
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })
})

describe('the signed-out', () => {
  it('may be sent to a page of the product, which is open', async () => {
    const proxy = withAuth({ kit: world.kit, unauthenticated: '/login' })
    const headers = { 'sec-fetch-mode': 'navigate' }
    const sent = await proxy(new NextRequest(`${appUrl}/dashboard?a=1`, { headers }))
    expect(sent.headers.get('location')).toBe(`${appUrl}/login?returnTo=%2Fdashboard%3Fa%3D1`)
    const login = await proxy(new NextRequest(`${appUrl}/login`, { headers }))
    expect(login.headers.get('x-middleware-next')).toBe('1')
  })

  it('may be answered by a function', async () => {
    const proxy = withAuth({
      kit: world.kit,
      unauthenticated: (request) => new Response(request.nextUrl.pathname, { status: 418 }),
    })
    const headers = { 'sec-fetch-mode': 'navigate' }
    const response = await proxy(new NextRequest(`${appUrl}/tea`, { headers }))
    expect([response.status, await response.text()]).toEqual([418, '/tea'])
  })
})
