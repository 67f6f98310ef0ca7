import { NextRequest } from 'next/server.js'
import { describe, expect, it, vi } from 'vitest'
import { createAuth, environmentKit } from '../src/index.ts'
import { withAuth } from '../src/proxy/index.ts'
import { ada, createWorld } from './support/world.ts'

describe('an instance by host', () => {
  it('answers for its own environment, and knows nobody of another', async () => {
    const [north, south] = [await createWorld(), await createWorld()]
    const seen: string[] = []
    const proxy = withAuth(
      (_request, { auth }) => {
        seen.push(auth.status)
        return new Response()
      },
      {
        kit: (headers) => (headers.get('host') === 'north.example' ? north.kit : south.kit),
        publicPaths: ['/'],
      },
    )
    const cookie = await north.cookieOf(ada)
    for (const host of ['north.example', 'south.example']) {
      await proxy(new NextRequest(`https://${host}/`, { headers: { host, cookie } }))
    }
    expect(seen).toEqual(['signed-in', 'signed-out'])
  })
})

describe('the instance of the environment', () => {
  it('is made when first needed, and once', () => {
    const kit = environmentKit()
    const { workos } = createAuth({ kit })
    expect(() => kit()).toThrow(/WORKOS_API_KEY is not set/)
    vi.stubEnv('WORKOS_API_KEY', 'sk_test_1')
    vi.stubEnv('WORKOS_CLIENT_ID', 'client_1')
    vi.stubEnv('WORKOS_COOKIE_PASSWORD', 'a password of at least 32 characters')
    vi.stubEnv('NEXT_PUBLIC_WORKOS_REDIRECT_URI', 'https://example.com/auth/callback')
    expect(kit()).toBe(kit())
    expect(workos()).toBe(workos())
    vi.unstubAllEnvs()
  })
})
