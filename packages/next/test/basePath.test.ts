import { authKitFor, readEnvironment } from '@latchkey/core'
import { createEmulator } from '@latchkey/emulator'
import { NextRequest } from 'next/server.js'
import { describe, expect, it } from 'vitest'
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

/** A request as Next hands it over to an application whose `basePath` is `/shop`. */
const request = (path: string) =>
  new NextRequest(appUrl + path, {
    headers: { 'sec-fetch-mode': 'navigate', accept: 'text/html' },
    nextConfig: { basePath: '/shop' },
  })

describe('a callback mounted elsewhere than the other routes, under a basePath of Next', () => {
  it('passes the proxy', async () => {
    const response = await withAuth({ kit })(request('/shop/callback?code=x&state=y'))
    expect(response.headers.get('x-middleware-next')).toBe('1')
    const other = await withAuth({ kit })(request('/shop/callbacks'))
    expect(other.headers.get('location')).toBe(`${appUrl}/shop/auth/sign-in?returnTo=%2Fcallbacks`)
  })

  it('is answered by the routes, and so are the others', async () => {
    const { GET } = authRoutes({ kit })
    // A state that nobody here has begun begins anew.
    const response = await GET(request('/shop/callback?code=x&state=y'))
    expect(response.headers.get('location')).toContain(`${appUrl}/shop/auth/sign-in?`)
    expect((await GET(request('/shop/auth/session'))).status).toBe(200)
    expect((await GET(request('/shop/callbacks'))).status).toBe(404)
  })
})
