import { describe, expect, test } from 'vitest'
import type { Emulator, Seed } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { begin, linkOn, redeem, refusalOf } from '../support/pages.ts'
import { start } from '../support/start.ts'

const consent = (emulator: Emulator, more: Record<string, string | undefined> = {}) =>
  begin(emulator, { provider: 'GoogleOAuth', ...more })

const account = {
  email: 'gus@home.example',
  first_name: 'Gus',
  last_name: 'Lindt',
  email_verified: 'yes',
}

const google: Seed = { authentication: { providers: [{ provider: 'GoogleOAuth' }] } }

describe('a social provider', () => {
  test.each(['Google', 'Microsoft', 'GitHub', 'Apple'])(
    '%s is on the sign-in page and asks for consent',
    async (name) => {
      const emulator = await start()
      const { browser, page } = await begin(emulator)
      const asked = await browser.get(linkOn(page, name))
      expect(asked.html).toContain(`<h1>Sign in with ${name}</h1>`)
      const body = await redeem(emulator, await browser.submit(asked, account))
      expect(body).toMatchObject({
        user: { email: account.email, name: 'Gus Lindt', email_verified: true },
        authentication_method: `${name}OAuth`,
      })
      expect(body.oauth_tokens).toBeUndefined()
    },
  )

  test('is reached by provider= and is the same person the next time', async () => {
    const emulator = await start()
    const ids = new Set<string>()
    for (let visit = 0; visit < 2; visit++) {
      const { browser, page } = await consent(emulator, { login_hint: account.email })
      expect(page.html).toContain(`value="${account.email}"`)
      ids.add((await redeem(emulator, await browser.submit(page, account))).user.id)
    }
    expect(ids.size).toBe(1)
  })

  test('signs in to the account that has the address already', async () => {
    const emulator = await start()
    const { browser, page } = await consent(emulator)
    const ada = await browser.submit(page, { ...account, email: 'Ada@northwind.example' })
    expect(await redeem(emulator, ada)).toMatchObject({
      user: { email: 'ada@northwind.example', name: 'Ada Okafor' },
      organization_id: 'org_01JNORTHWIND0000000000000A',
    })
  })

  test('leaves the address to be verified where the provider has not, or the account has not', async () => {
    const emulator = await start()
    const unverified = await consent(emulator)
    const { email_verified: _, ...unchecked } = account
    const asked = await unverified.browser.submit(unverified.page, unchecked)
    expect(asked.html).toContain('<h1>Check your email</h1>')

    const lena = await consent(emulator)
    const existing = await lena.browser.submit(lena.page, {
      ...account,
      email: 'lena@home.example',
    })
    expect(existing.html).toContain('<h1>Check your email</h1>')
  })

  test('refuses and fails as the application has to expect it', async () => {
    const emulator = await start()
    for (const [action, error] of [
      ['cancel', 'access_denied'],
      ['fail', 'oauth_failed'],
    ] as const) {
      const { browser, page } = await consent(emulator)
      expect(refusalOf(await browser.submit(page, { action }))).toEqual({
        error,
        error_description: expect.any(String),
        state: 'some state',
      })
    }
  })

  test('needs an address, and takes a hint of its domain', async () => {
    const emulator = await start()
    const { browser, page } = await consent(emulator, { domain_hint: 'acme.example' })
    expect(page.html).toContain('value="@acme.example"')
    const again = await browser.submit(page, { ...account, email: '@acme.example' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('value="Gus"')
  })

  test('hands its tokens on where it is set up to, with the scopes asked for', async () => {
    const emulator = await start({
      seed: { authentication: { providers: [{ provider: 'GoogleOAuth', returnTokens: true }] } },
    })
    const { browser, page } = await consent(emulator, { provider_scopes: 'calendar,drive' })
    const body = await redeem(emulator, await browser.submit(page, account))
    expect(body.oauth_tokens).toEqual({
      provider: 'GoogleOAuth',
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_at: Math.floor(emulator.clock.now() / 1000) + 3600,
      scopes: ['openid', 'email', 'profile', 'calendar', 'drive'],
    })
  })

  test('is not there when it is not switched on', async () => {
    const emulator = await start({ seed: google })
    const { browser, page } = await begin(emulator)
    expect(page.html).toContain('Google')
    expect(page.html).not.toContain('Microsoft')
    const url = linkOn(page, 'Google').replace('GoogleOAuth', 'GitHubOAuth')
    expect((await browser.get(url)).html).toContain('GitHub is not switched on')
  })

  test('makes no account where accounts are by invitation', async () => {
    const emulator = await start({
      seed: {
        authentication: { signUp: false, providers: [{ provider: 'GoogleOAuth' }] },
        invitations: [{ email: account.email, token: 'a-token-for-gus' }],
      },
    })
    const stranger = await consent(emulator)
    const refused = await stranger.browser.submit(stranger.page, account)
    expect(refused.html).toContain('This address has no account.')
    const invited = await consent(emulator, { invitation_token: 'a-token-for-gus' })
    const body = await redeem(emulator, await invited.browser.submit(invited.page, account))
    expect(body.user.email).toBe(account.email)
    const list = await call(emulator, 'GET', '/user_management/users')
    expect(list.body.data).toHaveLength(1)
  })
})
