import { describe, expect, it } from 'vitest'
import { ConfigurationError, createAuthKit, readEnvironment } from '../src/index.ts'

const complete = {
  WORKOS_API_KEY: 'sk_test_1',
  WORKOS_CLIENT_ID: 'client_1',
  WORKOS_COOKIE_PASSWORD: 'a password of at least 32 characters',
  NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'http://localhost:3000/auth/callback',
}

function problemsOf(env: Record<string, string | undefined>) {
  try {
    readEnvironment(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  return []
}

describe('readEnvironment', () => {
  it('takes the environment of an AuthKit application as it is', () => {
    const config = readEnvironment({
      ...complete,
      WORKOS_API_HOSTNAME: 'localhost',
      WORKOS_API_PORT: '4100',
      WORKOS_API_HTTPS: 'false',
      WORKOS_COOKIE_NAME: 'session',
      WORKOS_COOKIE_DOMAIN: 'example.com',
      WORKOS_COOKIE_MAX_AGE: '3600',
      WORKOS_COOKIE_SAMESITE: 'None',
      WORKOS_REFRESH_BEFORE: '120',
      WORKOS_ISSUER: 'https://a.example, https://b.example',
    })
    expect(config).toMatchObject({
      apiUrl: 'http://localhost:4100',
      appUrl: 'http://localhost:3000',
      cookie: {
        name: 'session',
        domain: 'example.com',
        maxAge: 3600,
        sameSite: 'none',
        secure: true,
      },
      issuers: ['https://a.example', 'https://b.example'],
      refreshBefore: 120,
    })
  })

  it('refuses a cookie name whose prefix browsers would not take, instead of losing the cookie', () => {
    const named = { ...complete, WORKOS_COOKIE_NAME: '__Host-wos-session' }
    const secure = { NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'https://example.com/auth/callback' }
    expect(problemsOf({ ...named, ...secure })).toEqual([])
    expect(problemsOf(named)).toMatchObject([{ setting: 'WORKOS_COOKIE_NAME' }])
    expect(problemsOf({ ...named, ...secure, WORKOS_COOKIE_DOMAIN: 'example.com' })).toMatchObject([
      { setting: 'WORKOS_COOKIE_NAME', problem: expect.stringContaining('domain') },
    ])
    const shared = { ...secure, WORKOS_COOKIE_DOMAIN: 'example.com' }
    expect(problemsOf({ ...named, ...shared, WORKOS_COOKIE_NAME: '__Secure-wos' })).toEqual([])
    expect(problemsOf({ ...complete, WORKOS_COOKIE_NAME: '__Secure-wos' })).toHaveLength(1)
  })

  it('has the defaults of AuthKit', () => {
    expect(readEnvironment(complete)).toMatchObject({
      apiUrl: 'https://api.workos.com',
      cookie: {
        name: 'wos-session',
        domain: undefined,
        maxAge: 34_560_000,
        sameSite: 'lax',
        secure: false,
      },
      issuers: undefined,
      refreshBefore: undefined,
    })
  })

  it('marks cookies secure where the product is served over https', () => {
    const env = { ...complete, NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'https://app.example/callback' }
    expect(readEnvironment(env).cookie.secure).toBe(true)
  })

  it('names every missing variable at once, with the way to mend it', () => {
    const problems = problemsOf({})
    expect(problems.map(({ setting }) => setting)).toEqual([
      'WORKOS_API_KEY',
      'WORKOS_CLIENT_ID',
      'WORKOS_COOKIE_PASSWORD',
      'NEXT_PUBLIC_WORKOS_REDIRECT_URI',
    ])
    for (const { problem, fix } of problems) {
      expect(problem).toBe('is not set')
      expect(fix).not.toBe('')
    }
  })

  it.each([
    ['WORKOS_COOKIE_PASSWORD', 'only 20 characters!!'],
    ['NEXT_PUBLIC_WORKOS_REDIRECT_URI', '/callback'],
    ['NEXT_PUBLIC_WORKOS_REDIRECT_URI', 'javascript:alert(1)'],
    ['WORKOS_API_PORT', '70000'],
    ['WORKOS_API_PORT', 'abc'],
    ['WORKOS_API_HTTPS', 'yes'],
    ['WORKOS_COOKIE_SAMESITE', 'loose'],
    ['WORKOS_COOKIE_NAME', 'a b'],
    ['WORKOS_COOKIE_MAX_AGE', '1.5'],
    ['WORKOS_REFRESH_BEFORE', '-1'],
    ['WORKOS_REFRESH_BEFORE', 'soon'],
  ])('refuses %s=%s and never repeats the value', (variable, value) => {
    const [problem, ...others] = problemsOf({ ...complete, [variable]: value })
    expect(problem?.setting).toBe(variable)
    expect(others).toEqual([])
    if (variable === 'WORKOS_COOKIE_PASSWORD') expect(JSON.stringify(problem)).not.toContain(value)
  })
})

describe('createAuthKit', () => {
  it('names options, not variables', () => {
    expect(() =>
      createAuthKit({ apiKey: '', clientId: 'c', cookiePassword: 'x', redirectUri: 'nowhere' }),
    ).toThrow(/apiKey is empty[\s\S]*cookiePassword is shorter[\s\S]*redirectUri is not an http/)
  })
})
