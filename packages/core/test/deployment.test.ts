import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuthKitOptions, createAuthKit, parseCookies } from '../src/index.ts'

const options: AuthKitOptions = {
  apiKey: 'sk_test',
  clientId: 'client_1',
  cookiePassword: 'a password of at least 32 characters',
  redirectUri: 'https://example.com/auth/callback',
}
const deployments = ['https://*.preview.example.dev', 'http://localhost:*']

function kitAt(headers: Record<string, string>, more: Partial<AuthKitOptions> = {}) {
  return createAuthKit({ ...options, deployments, ...more }).at(new Headers(headers))
}

describe('a deployment', () => {
  it.each([
    ['feature-1.preview.example.dev', 'https://feature-1.preview.example.dev'],
    ['FEATURE-1.preview.example.dev', 'https://feature-1.preview.example.dev'],
    ['localhost:3001', 'http://localhost:3001'],
    ['example.com', 'https://example.com'],
  ])('at %s sends people back to %s', async (host, appUrl) => {
    const kit = kitAt({ host })
    expect(kit.config.appUrl).toBe(appUrl)
    const { url, cookieChanges } = await kit.startSignIn(parseCookies(undefined))
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(`${appUrl}/auth/callback`)
    expect(cookieChanges[0]?.attributes.secure).toBe(appUrl.startsWith('https:'))
  })

  it.each([
    'evil.example',
    'preview.example.dev',
    'a.b.preview.example.dev',
    'a.preview.example.dev.evil.example',
    'evil.example/a.preview.example.dev',
    'a@preview.example.dev',
    'axpreview.example.dev',
    'localhost',
    'localhost:',
    '',
  ])('that no pattern allows is the product itself: %s', (host) => {
    expect(kitAt({ host }).config.appUrl).toBe('https://example.com')
    expect(kitAt({ host }).config.redirectUri).toBe('https://example.com/auth/callback')
  })

  it('is never one that a client made up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const host = text.replaceAll(/[^\u0020-\u007e]/g, '')
        const { appUrl } = kitAt({ host }).config
        expect(appUrl).toMatch(
          /^(?:https:\/\/(?:example\.com|[a-z0-9-]+\.preview\.example\.dev)|http:\/\/localhost:[a-z0-9-]+)$/,
        )
      }),
    )
  })

  it('goes by X-Forwarded-Host only where that is trusted', () => {
    const headers = { host: 'internal:8080', 'x-forwarded-host': 'a.preview.example.dev, proxy' }
    expect(kitAt(headers).config.appUrl).toBe('https://example.com')
    expect(kitAt(headers, { trustForwardedHeaders: true }).config.appUrl).toBe(
      'https://a.preview.example.dev',
    )
    const spoofed = { host: 'a.preview.example.dev', 'x-forwarded-host': 'evil.example' }
    expect(kitAt(spoofed).config.appUrl).toBe('https://a.preview.example.dev')
  })

  it('shares what the instance knows, and is made once', () => {
    const kit = createAuthKit({ ...options, deployments })
    const headers = new Headers({ host: 'a.preview.example.dev' })
    expect(kit.at(headers)).toBe(kit.at(headers))
    expect(kit.at(headers).revocations).toBe(kit.revocations)
    expect(kit.at(headers).at(new Headers())).toBe(kit)
    expect(createAuthKit(options).at(headers).config.appUrl).toBe('https://example.com')
  })
})

describe('where the product is', () => {
  const { redirectUri: _, ...elsewhere } = options

  it('is said once: by the redirect URI, or by the origin alone', () => {
    const { config } = createAuthKit({ ...elsewhere, appUrl: 'https://example.com/' })
    expect(config.redirectUri).toBe('https://example.com/auth/callback')
    expect(config.appUrl).toBe('https://example.com')
    expect(config.cookie.secure).toBe(true)
  })

  it.each([
    [{}, /redirectUri is not set/],
    [{ appUrl: 'https://example.com/app' }, /appUrl is not an origin/],
    [{ appUrl: 'nowhere' }, /appUrl/],
    [
      { appUrl: 'https://example.com', redirectUri: 'https://other.example/auth/callback' },
      /redirectUri is not at https:\/\/example.com/,
    ],
    [{ redirectUri: options.redirectUri ?? '', deployments: '*' }, /deployments/],
    [{ redirectUri: options.redirectUri ?? '', deployments: 'https://*/x' }, /deployments/],
  ])('cannot be unclear: %j', (more, message) => {
    expect(() => createAuthKit({ ...elsewhere, ...more })).toThrow(message)
  })
})
