import { afterAll, describe, expect, test } from 'vitest'
import { authenticate, claimsOf } from './support/api.ts'
import { openBrowser } from './support/browser.ts'
import { authorizePath, enterPassword, redirectUri, signInForCode } from './support/signIn.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator()
afterAll(() => emulator.close())

const open = (more: Record<string, string | undefined>, browser = openBrowser(emulator)) =>
  browser.get(authorizePath(emulator, more))

describe('where nobody is sent', () => {
  test.each([
    'https://evil.example/steal',
    'http://localhost:3000/auth/callback/extra',
    'http://localhost:3000@evil.example/auth/callback',
    'javascript:alert(1)//localhost',
    '/auth/callback',
  ])('an unregistered redirect URI: %s', async (redirect_uri) => {
    const page = await open({ redirect_uri })
    expect(page).toMatchObject({ status: 400, location: undefined })
    expect(page.html).toContain('This redirect URI is not registered')
    expect(page.html).toContain(`<code>${redirect_uri}</code>`)
  })

  test('an unregistered redirect URI is shown, not run', async () => {
    const { html } = await open({
      redirect_uri: 'https://evil.example/"><script>alert(1)</script>',
    })
    expect(html).not.toContain('<script>')
  })

  test('no redirect URI at all', async () => {
    expect(await open({ redirect_uri: undefined })).toMatchObject({ status: 400 })
  })

  test('another client, not even to a registered redirect URI', async () => {
    const page = await open({ client_id: 'client_other' })
    expect(page).toMatchObject({ status: 400, location: undefined })
    expect(page.html).toContain('client_emulator')
  })
})

describe('an error goes back with the state', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['invalid_connection_selector', { provider: undefined }],
    ['ambiguous_connection_selector', { connection_id: 'conn_1' }],
    ['connection_invalid', { provider: undefined, connection_id: 'conn_1' }],
    ['organization_invalid', { organization_id: 'org_made_up' }],
    [
      'connection_invalid',
      { provider: undefined, organization_id: 'org_01JNORTHWIND0000000000000A' },
    ],
    ['connection_invalid', { provider: 'SlackOAuth' }],
    ['invalid_request', { response_type: 'token' }],
    ['invalid_request', { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'a'.repeat(43) }],
    ['invalid_request', { max_age: 'soon' }],
    ['login_required', { prompt: 'none' }],
  ])('%s for %j', async (error, more) => {
    const { location, status } = await open(more)
    expect(status).toBe(302)
    expect(location?.href.startsWith(`${redirectUri}?`)).toBe(true)
    expect(Object.fromEntries(location?.searchParams ?? [])).toEqual({
      error,
      error_description: expect.any(String),
      state: 'some state',
    })
  })
})

describe('a sign-in', () => {
  test('comes back to the redirect URI with a code and the state', async () => {
    const browser = openBrowser(emulator)
    const done = await enterPassword(browser, await open({}, browser), {
      email: 'ADA@northwind.example',
    })
    expect(done.status).toBe(303)
    expect(done.location?.href).toMatch(
      /^http:\/\/localhost:3000\/auth\/callback\?code=[A-Za-z0-9]{25}&state=some\+state$/,
    )
  })

  test('keeps the query of the redirect URI', async () => {
    const own = await openEmulator({
      seed: {
        redirectUris: ['https://app.example.com/cb?tenant=7'],
        users: [{ email: 'a@home.example', password: 'open-sesame-42' }],
      },
    })
    const browser = openBrowser(own)
    const page = await browser.get(
      authorizePath(own, { redirect_uri: 'https://app.example.com/cb?tenant=7' }),
    )
    const done = await enterPassword(browser, page, { email: 'a@home.example' })
    expect(done.location?.search).toMatch(/^\?tenant=7&code=\w+&state=some\+state$/)
    await own.close()
  })

  test('of somebody signed in already asks nothing', async () => {
    const browser = openBrowser(emulator)
    await signInForCode(emulator, { browser })
    const again = await open({}, browser)
    expect(again.location?.searchParams.get('code')).toMatch(/^\w{25}$/)
    const silent = await open({ prompt: 'none' }, browser)
    expect(silent.location?.searchParams.get('code')).toMatch(/^\w{25}$/)
  })

  test.each([{ prompt: 'login' }, { max_age: '0' }, { prompt: 'select_account' }])(
    '%j asks again although somebody is signed in',
    async (more) => {
      const browser = openBrowser(emulator)
      await signInForCode(emulator, { browser })
      const page = await open(more, browser)
      expect(page.location).toBeUndefined()
      expect(page.html).toContain('<h1>Sign in</h1>')
    },
  )

  test('asks again once max_age has passed, and a fresh proof counts from then', async () => {
    const browser = openBrowser(emulator)
    const authTime = async (code: string) => {
      const { body } = await authenticate(emulator, { grant_type: 'authorization_code', code })
      return Number(claimsOf(body.access_token).auth_time)
    }
    const first = await authTime(await signInForCode(emulator, { browser }))
    emulator.clock.advance({ seconds: 50 })
    const silent = await signInForCode(emulator, { browser, more: { max_age: '60' } })
    expect(await authTime(silent)).toBe(first)
    emulator.clock.advance({ seconds: 20 })
    expect((await open({ max_age: '60' }, browser)).location).toBeUndefined()
    const proved = await signInForCode(emulator, { browser, more: { max_age: '60' } })
    expect(await authTime(proved)).toBeGreaterThanOrEqual(first + 70)
  })

  test('prompt=none does not choose an organization', async () => {
    const browser = openBrowser(emulator)
    const asked = await enterPassword(browser, await open({}, browser), {
      email: 'jonas@consult.example',
    })
    await browser.submit(asked, { organization_id: 'org_01JHALCYON000000000000000B' })
    const { location } = await open({ prompt: 'none' }, browser)
    expect(location?.searchParams.get('error')).toBe('interaction_required')
  })

  test('fits what was hinted', async () => {
    expect((await open({ login_hint: 'ada@northwind.example' })).html).toContain(
      'value="ada@northwind.example"',
    )
    expect((await open({ screen_hint: 'sign-up' })).html).toContain('Create your account')
    expect((await open({ organization_id: 'org_01JHALCYON000000000000000B' })).html).toContain(
      'Sign in to Halcyon Health',
    )
  })

  test('to an organization of others is refused', async () => {
    const browser = openBrowser(emulator)
    const page = await open({ organization_id: 'org_01JHALCYON000000000000000B' }, browser)
    const { location } = await enterPassword(browser, page, { email: 'ada@northwind.example' })
    expect(location?.searchParams.get('error')).toBe('access_denied')
  })
})
