import { beforeEach, describe, expect, it } from 'vitest'
import {
  type AuthKit,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  serializeCookieChange,
} from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { people } from '../support/people.ts'
import { createVisitor } from '../support/visitor.ts'

const password = 'open-sesame-42'

let emulator: TestEmulator
let kit: AuthKit
beforeEach(async () => {
  emulator = await startEmulator()
  kit = kitFor(emulator).kit
})

/** Goes through the hosted pages; ends where WorkOS sends the browser back. */
async function signInAt(url: string): Promise<URL> {
  const visitor = createVisitor()
  const back = kit.config.redirectUri
  const email = await visitor.open(url, back)
  if (email.kind === 'arrived') return email.url
  const secret = await visitor.submit(email, { email: people.ada }, back)
  if (secret.kind === 'arrived') return secret.url
  const done = await visitor.submit(secret, { password }, back)
  if (done.kind === 'page') throw new Error(`still at ${done.url}`)
  return done.url
}

/** Begins a sign-in and goes through it; returns what the callback then has. */
async function throughHostedPages(returnTo = '/reports?year=2026') {
  const { url, cookieChanges } = await kit.startSignIn(new Map(), { returnTo })
  const cookies = parseCookies(cookieHeaderAfter(new Map(), cookieChanges))
  const { searchParams: query } = await signInAt(url)
  return { cookies, query }
}

function after(
  cookies: Cookies,
  { cookieChanges }: Awaited<ReturnType<AuthKit['completeSignIn']>>,
) {
  return parseCookies(cookieHeaderAfter(cookies, cookieChanges))
}

describe('a hosted sign-in', () => {
  it('ends in a session, on the way the person wanted, with its cookie spent', async () => {
    const { cookies, query } = await throughHostedPages()
    const outcome = await kit.completeSignIn(cookies, { query, userAgent: 'vitest' })
    expect(outcome).toMatchObject({
      status: 'signed-in',
      returnTo: '/reports?year=2026',
      session: { user: { email: people.ada }, authenticationMethod: 'Password' },
    })
    const left = after(cookies, outcome)
    expect([...left.keys()]).toEqual(['wos-session'])
    expect((await kit.loadSession(left)).status).toBe('signed-in')
  })

  it('works once: code and state are spent', async () => {
    const { cookies, query } = await throughHostedPages()
    const first = await kit.completeSignIn(cookies, { query })
    expect(await kit.completeSignIn(after(cookies, first), { query })).toMatchObject({
      status: 'failed',
      failure: 'state-unbound',
      returnTo: '/reports?year=2026',
    })
    expect(await kit.completeSignIn(cookies, { query })).toMatchObject({
      status: 'failed',
      failure: 'code-rejected',
      code: 'invalid_grant',
    })
  })

  it('is bound to the browser that began it', async () => {
    const { query } = await throughHostedPages()
    expect(await kit.completeSignIn(new Map(), { query })).toMatchObject({
      status: 'failed',
      failure: 'state-unbound',
      cookieChanges: [],
    })
  })

  it('is bound to its verifier', async () => {
    const { query } = await throughHostedPages()
    const other = await kit.startSignIn(new Map())
    const cookies = parseCookies(cookieHeaderAfter(new Map(), other.cookieChanges))
    const state = new URL(other.url).searchParams.get('state') ?? ''
    const mixed = new URLSearchParams({ code: query.get('code') ?? '', state })
    expect(await kit.completeSignIn(cookies, { query: mixed })).toMatchObject({
      status: 'failed',
      failure: 'code-rejected',
    })
  })

  it.each([
    ['state-missing', ''],
    ['state-missing', 'code=x'],
    ['provider-error', 'error=access_denied'],
    ['state-unbound', 'code=x&state=y'],
  ])('without what it needs is %s', async (failure, query) => {
    const outcome = await kit.completeSignIn(new Map(), { query: new URLSearchParams(query) })
    expect(outcome).toMatchObject({ status: 'failed', failure, returnTo: '/', cookieChanges: [] })
  })

  it('that the person cancels says so', async () => {
    const { url, cookieChanges } = await kit.startSignIn(new Map(), { returnTo: '/a' })
    const state = new URL(url).searchParams.get('state') ?? ''
    const outcome = await kit.completeSignIn(
      parseCookies(cookieHeaderAfter(new Map(), cookieChanges)),
      { query: new URLSearchParams({ error: 'access_denied', state }) },
    )
    expect(outcome).toMatchObject({
      failure: 'provider-error',
      code: 'access_denied',
      returnTo: '/a',
    })
  })

  it('tells a code that is none as unreadable, for whoever asks may have written it', async () => {
    const query = new URLSearchParams({ error: 'x\nlatchkey request decision=allowed' })
    const outcome = await kit.completeSignIn(new Map(), { query })
    expect(outcome).toMatchObject({ failure: 'provider-error', code: 'unreadable' })
  })

  it('and a sign-out survive cookies that only look like states', async () => {
    const odd = ['a b', 'é', '', 'a"b'].map((end) => `wos-auth-verifier-${end}=x`)
    const cookies = parseCookies([...odd, ...odd.map((cookie) => `${cookie}2`)].join('; '))
    const { cookieChanges } = await kit.startSignIn(cookies)
    const cleared = kit.clearCookies(cookies)
    const written = [...cookieChanges, ...cleared].map(serializeCookieChange)
    expect(written[0]).toMatch(/^wos-auth-verifier-[0-9a-f]{8}=/)
  })

  it('binds its state as closely as the session is bound', async () => {
    const { kit: own } = kitFor({
      ...emulator,
      env: {
        ...emulator.env,
        WORKOS_COOKIE_NAME: '__Host-wos-session',
        NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'https://example.com/auth/callback',
      },
    })
    const { url, cookieChanges } = await own.startSignIn(new Map())
    const state = new URL(url).searchParams.get('state') ?? ''
    expect(cookieChanges).toMatchObject([
      { kind: 'set', name: expect.stringMatching(/^__Host-wos-auth-verifier-/), value: state },
    ])
    const cookies = parseCookies(cookieHeaderAfter(new Map(), cookieChanges))
    const query = new URLSearchParams({ state })
    expect(await own.completeSignIn(cookies, { query })).toMatchObject({ failure: 'code-missing' })
    const tossed = new Map([...cookies].map(([name, value]) => [name.slice(7), value]))
    expect(await own.completeSignIn(tossed, { query })).toMatchObject({ failure: 'state-unbound' })
    expect(own.clearCookies(cookies)).toMatchObject([
      { kind: 'clear', name: [...cookies.keys()][0] },
    ])
  })

  it('can be tried again after an outage: nothing is spent', async () => {
    const { cookies, query } = await throughHostedPages()
    const down = kitFor(emulator, { fetch: async () => new Response(null, { status: 503 }) }).kit
    expect(await down.completeSignIn(cookies, { query })).toMatchObject({
      status: 'failed',
      failure: 'unavailable',
      cookieChanges: [],
    })
    expect((await kit.completeSignIn(cookies, { query })).status).toBe('signed-in')
  })

  it('sealed with a password that is rotated meanwhile still ends well', async () => {
    const { cookies, query } = await throughHostedPages()
    const rotated = {
      ...emulator.env,
      WORKOS_COOKIE_PASSWORD_PREVIOUS: emulator.env.WORKOS_COOKIE_PASSWORD ?? '',
      WORKOS_COOKIE_PASSWORD: 'a newer password of 32 characters or so',
    }
    const next = kitFor({ ...emulator, env: rotated }).kit
    expect((await next.completeSignIn(cookies, { query })).status).toBe('signed-in')
  })
})

describe('pending sign-ins', () => {
  it('are five at most; the oldest make room', async () => {
    let cookies: Cookies = parseCookies('theme=dark; wos-session=kept')
    for (let attempt = 0; attempt < 100; attempt++) {
      const { cookieChanges } = await kit.startSignIn(cookies, { returnTo: `/page/${attempt}` })
      cookies = parseCookies(cookieHeaderAfter(cookies, cookieChanges))
    }
    const pending = [...cookies].filter(([name]) => name.startsWith('wos-auth-verifier-'))
    expect(pending).toHaveLength(5)
    expect(pending.flat().join('').length).toBeLessThan(4096)
    expect(cookies.get('wos-session')).toBe('kept')
  })
})
