import { authKitFor, readEnvironment } from '@latchkey/core'
import { NextRequest } from 'next/server.js'
import { describe, expect, it } from 'vitest'
import { withAuth } from '../src/proxy/index.ts'
import { authRoutes } from '../src/routes/index.ts'
import { appUrl, createWorld, environmentOf } from './support/world.ts'

async function previews(forwarded = false) {
  const { emulator } = await createWorld()
  const environment = {
    ...environmentOf(emulator),
    WORKOS_DEPLOYMENTS: 'https://*.preview.example.dev',
    WORKOS_TRUST_FORWARDED_HEADERS: String(forwarded),
  }
  return authKitFor(readEnvironment(environment), {
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  })
}

const document = { 'sec-fetch-mode': 'navigate', accept: 'text/html' }

/** Where the proxy sends somebody signed out, and where sign-in would return to. */
async function journey(headers: Record<string, string>, forwarded = false) {
  const kit = await previews(forwarded)
  const request = (path: string) =>
    new NextRequest(`http://localhost:3000${path}`, { headers: { ...document, ...headers } })
  const sent = (await withAuth({ kit })(request('/dashboard'))).headers.get('location') ?? ''
  const started = await authRoutes({ kit }).GET(request('/auth/sign-in?returnTo=/dashboard'))
  const url = new URL(started.headers.get('location') ?? '')
  const signedOut = await authRoutes({ kit }).POST(
    new NextRequest('http://localhost:3000/auth/sign-out', {
      method: 'POST',
      headers: { ...headers, origin: new URL(sent).origin, 'sec-fetch-mode': 'navigate' },
      body: new URLSearchParams({ returnTo: '/bye' }),
    }),
  )
  return {
    origin: new URL(sent).origin,
    redirectUri: url.searchParams.get('redirect_uri'),
    signedOutTo: signedOut.headers.get('location'),
  }
}

describe('a preview deployment', () => {
  it('keeps sign-in, callback and sign-out at the address that was asked for', async () => {
    const preview = 'https://pr-7.preview.example.dev'
    expect(await journey({ host: 'pr-7.preview.example.dev' })).toEqual({
      origin: preview,
      redirectUri: `${preview}/auth/callback`,
      signedOutTo: `${preview}/bye`,
    })
  })

  it('is no address that a client made up', async () => {
    const own = {
      origin: appUrl,
      redirectUri: `${appUrl}/auth/callback`,
      signedOutTo: `${appUrl}/bye`,
    }
    expect(await journey({ host: 'evil.example' })).toEqual(own)
    const forwarded = { host: 'localhost:3000', 'x-forwarded-host': 'pr-7.preview.example.dev' }
    expect(await journey(forwarded)).toEqual(own)
    expect((await journey(forwarded, true)).origin).toBe('https://pr-7.preview.example.dev')
    const evil = { ...forwarded, 'x-forwarded-host': 'evil.example' }
    expect(await journey(evil, true)).toEqual(own)
  })
})
