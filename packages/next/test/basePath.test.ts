import { authKitFor, readEnvironment } from '@latchkey/core'
import { createEmulator } from '@latchkey/emulator'
import { NextRequest } from 'next/server.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { environmentKit } from '../src/kit.ts'
import { withAuth } from '../src/proxy/index.ts'
import { authRoutes } from '../src/routes/index.ts'
import { appUrl, environmentOf } from './support/world.ts'

const emulator = await createEmulator()
const kit = authKitFor(
  readEnvironment({
    ...environmentOf(emulator),
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: `${appUrl}/shop/callback`,
  }),
)
const routes = authRoutes({ kit })

const headers = { 'sec-fetch-mode': 'navigate', accept: 'text/html' }

/** A request as Next hands it over to a proxy. */
const toProxy = (path: string) =>
  new NextRequest(appUrl + path, { headers, nextConfig: { basePath: '/shop' } })

/** A request as Next hands it over to a route handler: it does not say what it was cut off from. */
const toRoute = (path: string, more: Record<string, string> = {}) =>
  new NextRequest(appUrl + path, { headers: { ...headers, ...more } })

// Next writes it into what it bundles.
beforeEach(() => vi.stubEnv('__NEXT_ROUTER_BASEPATH', '/shop'))
afterEach(() => vi.unstubAllEnvs())

describe('a callback mounted elsewhere than the other routes, under a basePath of Next', () => {
  it('passes the proxy', async () => {
    const response = await withAuth({ kit })(toProxy('/shop/callback?code=x&state=y'))
    expect(response.headers.get('x-middleware-next')).toBe('1')
    const other = await withAuth({ kit })(toProxy('/shop/callbacks'))
    expect(other.headers.get('location')).toBe(`${appUrl}/shop/auth/sign-in?returnTo=%2Fcallbacks`)
  })

  it('is answered by the routes, and so are the others', async () => {
    // A state that nobody here has begun begins anew.
    const response = await routes.GET(toRoute('/callback?code=x&state=y'))
    expect(response.headers.get('location')).toContain(`${appUrl}/shop/auth/sign-in?`)
    expect((await routes.GET(toRoute('/auth/session'))).status).toBe(200)
    expect((await routes.GET(toRoute('/callbacks'))).status).toBe(404)
  })
})

describe('the instance of an environment that names its origin alone', () => {
  it('has its callback below the basePath', () => {
    const { NEXT_PUBLIC_WORKOS_REDIRECT_URI: _, ...environment } = environmentOf(emulator)
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    vi.stubEnv('WORKOS_APP_URL', appUrl)
    expect(environmentKit()().config.redirectUri).toBe(`${appUrl}/shop/auth/callback`)
    vi.stubEnv('__NEXT_ROUTER_BASEPATH', '')
    expect(environmentKit()().config.redirectUri).toBe(`${appUrl}/auth/callback`)
  })
})

describe('the page that links to a sign-in', () => {
  const returnPathname = async (referer: string) => {
    const started = await routes.GET(toRoute('/auth/sign-in', { referer }))
    const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const failed = await routes.GET(toRoute(`/callback?${new URLSearchParams({ state })}`))
    return new URL(failed.headers.get('location') ?? '').searchParams.get('returnTo')
  }

  it.each([
    [`${appUrl}/shop/de/members?tab=1`, '/de/members?tab=1'],
    [`${appUrl}/shop?from=mail`, '/?from=mail'],
    [`${appUrl}/shop`, '/'],
    [`${appUrl}/shopping`, '/'],
    [`${appUrl}/elsewhere`, '/'],
    [`${appUrl}.evil.example/shop/x`, '/'],
  ])('%s is come back to as %s', async (referer, path) => {
    expect(await returnPathname(referer)).toBe(path)
  })
})

it('signing out leads to the address of the start page as browsers show it', async () => {
  const request = new NextRequest(`${appUrl}/auth/sign-out`, {
    method: 'POST',
    headers: { ...headers, 'sec-fetch-site': 'same-origin' },
  })
  const response = await routes.POST(request)
  expect(response.headers.get('location')).toBe(`${appUrl}/shop`)
})
