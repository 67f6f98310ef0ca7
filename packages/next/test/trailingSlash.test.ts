import { authKitFor, readEnvironment } from '@latchkey/core'
import { createEmulator } from '@latchkey/emulator'
import { NextRequest } from 'next/server.js'
import { expect, it } from 'vitest'
import { withAuth } from '../src/proxy/index.ts'
import { authRoutes } from '../src/routes/index.ts'
import { appUrl, environmentOf } from './support/world.ts'

const environment = environmentOf(await createEmulator())
const kit = authKitFor(readEnvironment(environment))
const routes = authRoutes({ kit })

/** As Next asks in an application whose `trailingSlash` is set. */
const request = (path: string) =>
  new NextRequest(appUrl + path, {
    headers: { 'sec-fetch-mode': 'navigate', accept: 'text/html' },
    nextConfig: { trailingSlash: true },
  })

it.each(['/auth/sign-in/', '/auth/callback/?code=x', '/auth/session/'])(
  '%s passes the proxy',
  async (path) => {
    const response = await withAuth({ kit })(request(path))
    expect(response.headers.get('x-middleware-next')).toBe('1')
  },
)

it('the routes answer with a slash at the end of their paths', async () => {
  expect((await routes.GET(request('/auth/session/'))).status).toBe(200)
  const started = await routes.GET(request('/auth/sign-in/'))
  expect(started.headers.get('location')).toContain('/user_management/authorize?')
  expect((await routes.GET(request('/auth/sign-in//'))).status).toBe(404)
})

it('and so they do where the redirect URI has one', async () => {
  const kit = authKitFor(
    readEnvironment({ ...environment, NEXT_PUBLIC_WORKOS_REDIRECT_URI: `${appUrl}/callback/` }),
  )
  for (const path of ['/callback/?code=x', '/callback?code=x']) {
    const response = await authRoutes({ kit }).GET(request(path))
    expect(response.headers.get('location')).toContain('/auth/sign-in?')
  }
})
