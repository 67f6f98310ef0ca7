import { afterAll, describe, expect, test } from 'vitest'
import { authenticate, call, claimsOf } from './support/api.ts'
import { openBrowser, type Page } from './support/browser.ts'
import { authorizePath, enterPassword } from './support/signIn.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator()
afterAll(() => emulator.close())

const begin = async () => {
  const browser = openBrowser(emulator)
  return { browser, page: await browser.get(authorizePath(emulator)) }
}

const redeem = async ({ location }: Page) => {
  const code = location?.searchParams.get('code')
  return (await authenticate(emulator, { grant_type: 'authorization_code', code })).body
}

describe('signing out', () => {
  test('ends the session and the hosted pages, and goes where it may', async () => {
    const { browser, page } = await begin()
    const body = await redeem(
      await enterPassword(browser, page, { email: 'ben@northwind.example' }),
    )
    const sid = String(claimsOf(body.access_token).sid)
    const out = await browser.get(
      `/user_management/sessions/logout?session_id=${sid}&return_to=http://localhost:3000/`,
    )
    expect(out.status).toBe(302)
    expect(out.location?.href).toBe('http://localhost:3000/')
    const { body: list } = await call(
      emulator,
      'GET',
      `/user_management/users/${body.user.id}/sessions`,
    )
    expect(list.data).toMatchObject([
      { id: sid, status: 'revoked', ended_at: expect.stringMatching(/Z$/) },
    ])
    expect((await browser.get(authorizePath(emulator))).html).toContain('<h1>Sign in</h1>')
  })

  test('from elsewhere ends the hosted pages too', async () => {
    const { browser, page } = await begin()
    const body = await redeem(
      await enterPassword(browser, page, { email: 'dev@northwind.example' }),
    )
    await call(emulator, 'POST', '/user_management/sessions/revoke', {
      body: { session_id: claimsOf(body.access_token).sid },
    })
    expect((await browser.get(authorizePath(emulator))).html).toContain('<h1>Sign in</h1>')
  })

  test.each(['https://evil.example/', 'http://localhost:3000/elsewhere', 'javascript:alert(1)'])(
    'never leads to %s, which is not registered, and still signs out',
    async (returnTo) => {
      const { browser, page } = await begin()
      const body = await redeem(
        await enterPassword(browser, page, { email: 'carmen@northwind.example' }),
      )
      const sid = String(claimsOf(body.access_token).sid)
      const out = await browser.get(
        `/user_management/sessions/logout?session_id=${sid}&return_to=${encodeURIComponent(returnTo)}`,
      )
      expect(out).toMatchObject({ status: 400, location: undefined })
      expect(out.html).toContain('You are signed out')
      expect(out.html).toContain(`<code>${returnTo}</code>`)
      expect((await browser.get(authorizePath(emulator))).html).toContain('<h1>Sign in</h1>')
    },
  )

  test('without an address goes to the default one, or says so when there is none', async () => {
    const own = await openEmulator({
      seed: { signOutRedirects: ['https://app.example.com/bye'] },
    })
    const path = '/user_management/sessions/logout?session_id=session_unknown'
    expect((await openBrowser(own).get(path)).location?.href).toBe('https://app.example.com/bye')
    await own.close()
    expect((await openBrowser(emulator).get(path)).html).toContain('You are signed out')
  })

  test('needs a session id', async () => {
    const { status, body } = await call(emulator, 'GET', '/user_management/sessions/logout')
    expect({ status, body }).toEqual({
      status: 422,
      body: { message: 'session_id is required.' },
    })
  })
})
