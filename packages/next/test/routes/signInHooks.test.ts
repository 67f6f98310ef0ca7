import {
  type AuthEvent,
  authKitFor,
  type ClaimsSchema,
  createWorkOS,
  parseCookies,
} from '@latchkey/core'
import { redirect } from 'next/navigation.js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type AuthRoutesOptions, authRoutes, type CompletedSignIn } from '../../src/routes/index.ts'
import { openBrowser } from '../support/browser.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const browserWith = (options: AuthRoutesOptions = {}) =>
  openBrowser(authRoutes({ kit: world.kit, ...options }), world.emulator)

const stateOf = (cookies: string) => world.kit.loadSession(parseCookies(cookies))

/** What WorkOS says of the only person's sessions. */
async function standings(userId: string): Promise<string[]> {
  const { data } = await createWorkOS(world.kit).sessions.list({ id: userId })
  return data.map(({ status }) => status)
}

describe('beforeSession', () => {
  it('sees who it is, what the provider gave and where the way leads', async () => {
    const seen: CompletedSignIn[] = []
    const browser = browserWith({
      beforeSession: (signIn) => {
        seen.push(signIn)
        return undefined
      },
    })
    const page = await browser.signIn(ada, { path: '/auth/sign-in?returnTo=/reports?year=2026' })
    expect(page.url.href).toBe(`${appUrl}/reports?year=2026`)
    expect(await stateOf(browser.cookies())).toMatchObject({ status: 'signed-in' })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      returnTo: '/reports?year=2026',
      session: { user: { email: ada } },
    })
  })

  it('refuses with a page, no cookie, and no session at WorkOS', async () => {
    const users: string[] = []
    const browser = browserWith({
      beforeSession: ({ session }) => {
        users.push(session.user.id)
        return { refuse: 'Your <account> is closed.' }
      },
    })
    const page = await browser.signIn(ada)
    expect(page.status).toBe(403)
    expect(page.html).toContain('Your &#60;account&#62; is closed.')
    expect(browser.cookies()).toBe('')
    expect(await standings(users[0] ?? '')).toEqual(['revoked'])
  })

  it('is not passed over where the claims of a token are not as declared', async () => {
    let asked = 0
    const { config, fetch, now } = world.kit
    const claims: ClaimsSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: () => ({ issues: [{ message: 'plan is missing' }] }),
      },
    }
    const browser = browserWith({
      kit: authKitFor(config, { fetch, now, claims }),
      beforeSession: () => {
        asked++
        return undefined
      },
    })
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = await browser.signIn(ada)
    expect(page.html).toContain('sign_in_failed')
    expect(logged.mock.calls[0]?.[1]).toMatchObject([{ message: 'plan is missing' }])
    logged.mockRestore()
    expect(browser.cookies()).toBe('')
    expect(asked).toBe(0)
  })

  it('sends on to a page of the product, without a cookie', async () => {
    const browser = browserWith({ beforeSession: () => ({ redirectTo: '/waiting-list' }) })
    const page = await browser.signIn(ada)
    expect(page.url.href).toBe(`${appUrl}/waiting-list`)
    expect(browser.cookies()).toBe('')
  })
})

describe('a veto', () => {
  it('leaves a session alone that the browser already has', async () => {
    let open = true
    const browser = browserWith({
      beforeSession: () => (open ? undefined : { refuse: 'Closed.' }),
    })
    await browser.signIn(ada)
    const before = browser.cookies()
    open = false
    expect((await browser.open('/auth/sign-in')).status).toBe(403)
    expect(browser.cookies()).toBe(before)
  })
})

describe('onSuccess', () => {
  it('may choose another path, never another origin', async () => {
    const inside = browserWith({ onSuccess: async () => ({ returnTo: '/welcome' }) })
    expect((await inside.signIn(ada)).url.href).toBe(`${appUrl}/welcome`)
    const outside = browserWith({ onSuccess: () => ({ returnTo: '//evil.example' }) })
    expect((await outside.signIn(ada)).url.href).toBe(`${appUrl}/`)
  })

  it('that fails signs nobody in and hides its message', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const users: string[] = []
    const browser = browserWith({
      onSuccess: ({ session }) => {
        users.push(session.user.id)
        throw new Error('the database at 10.0.0.7 is gone')
      },
    })
    const page = await browser.signIn(ada)
    expect(page.status).toBe(500)
    expect(page.html).toContain('sign_in_failed')
    expect(page.html).not.toContain('10.0.0.7')
    expect(browser.cookies()).toBe('')
    expect(await standings(users[0] ?? '')).toEqual(['revoked'])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })
})

describe('redirect() of Next', () => {
  /** Signs Ada in, and keeps what the callback answered. */
  async function signInWith(options: AuthRoutesOptions) {
    const heard: AuthEvent[] = []
    const kit = { ...world.kit, onEvent: (event: AuthEvent) => heard.push(event) }
    const routes = authRoutes({ kit, ...options })
    const answers: Response[] = []
    const browser = openBrowser(
      {
        ...routes,
        async GET(request) {
          const answer = await routes.GET(request)
          if (request.nextUrl.pathname === '/auth/callback') answers.push(answer.clone())
          return answer
        },
      },
      world.emulator,
    )
    const page = await browser.signIn(ada)
    return { page, browser, answer: answers[0], heard }
  }

  it('out of onSuccess keeps the session, in an answer that nobody else keeps', async () => {
    const { page, browser, answer, heard } = await signInWith({
      onSuccess: () => redirect('/welcome;first?a=1;b'),
    })
    expect(page.url.href).toBe(`${appUrl}/welcome;first?a=1;b`)
    expect(answer?.headers.get('cache-control')).toBe('private, no-store')
    expect(await stateOf(browser.cookies())).toMatchObject({ status: 'signed-in' })
    expect(browser.cookies()).not.toContain('wos-auth-verifier')
    expect(heard.at(-1)).toMatchObject({ name: 'sign-in', outcome: 'completed' })
  })

  it('out of beforeSession leaves none, here or at WorkOS', async () => {
    const users: string[] = []
    const { page, browser, answer } = await signInWith({
      beforeSession: ({ session }) => {
        users.push(session.user.id)
        redirect('/closed')
      },
    })
    expect(page.url.href).toBe(`${appUrl}/closed`)
    expect(answer?.headers.get('cache-control')).toBe('private, no-store')
    expect(browser.cookies()).toBe('')
    expect(await standings(users[0] ?? '')).toEqual(['revoked'])
  })
})

describe('the event sink', () => {
  it('hears of every way in and out, without secrets', async () => {
    const heard: AuthEvent[] = []
    const kit = { ...world.kit, onEvent: (event: AuthEvent) => heard.push(event) }
    const browser = openBrowser(authRoutes({ kit }), world.emulator)
    await browser.signIn(ada)
    await browser.open('/auth/callback?error=access_denied&state=x')
    expect(heard).toEqual([
      { name: 'sign-in', outcome: 'started' },
      {
        name: 'sign-in',
        outcome: 'completed',
        authenticationMethod: 'Password',
        subject: expect.objectContaining({ sessionId: expect.stringMatching(/^session_/) }),
      },
      { name: 'sign-in', outcome: 'failed', reason: 'state-unbound', code: 'access_denied' },
    ])
    expect(JSON.stringify(heard)).not.toMatch(/eyJ|Fe26|ada@/)
  })
})
