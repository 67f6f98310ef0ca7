import { describe, expect, test } from 'vitest'
import type { Emulator, Seed } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { type Browser, openBrowser, type Page } from '../support/browser.ts'
import { codeOf, refusalOf } from '../support/pages.ts'
import { pkce, redirectUri } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const nora = 'nora@meridian.example'
const organization = 'org_01JMERIDIANBANK000000000E'
const connection = 'conn_01JMERIDIANSSO0000000000A'

const seed: Seed = {
  authentication: { providers: [{ provider: 'GoogleOAuth', returnTokens: true }] },
  signOutRedirects: ['http://localhost:3000/bye'],
  roles: [{ slug: 'member' }],
  organizations: [
    {
      id: 'org_bank',
      name: 'Bank',
      domains: ['bank.example'],
      connections: [
        {
          id: 'conn_oidc',
          name: 'Bank',
          type: 'GenericOIDC',
          people: [{ email: 'bo@bank.example' }],
        },
      ],
    },
    {
      id: 'org_idle',
      name: 'Idle',
      connections: [{ id: 'conn_idle', name: 'Idle', state: 'inactive' }],
    },
    {
      id: 'org_two',
      name: 'Two',
      connections: [
        { id: 'conn_a', name: 'A' },
        { id: 'conn_b', name: 'B' },
      ],
    },
    { id: 'org_none', name: 'None' },
  ],
}

async function begin(
  emulator: Emulator,
  selector: Record<string, string>,
): Promise<{ browser: Browser; page: Page }> {
  const browser = openBrowser(emulator)
  const parameters = new URLSearchParams({
    client_id: emulator.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'some state',
    ...selector,
  })
  return { browser, page: await browser.get(`/sso/authorize?${parameters}`) }
}

const token = (emulator: Emulator, form: Record<string, string>) =>
  call(emulator, 'POST', '/sso/token', {
    body: {
      client_id: emulator.clientId,
      client_secret: emulator.apiKey,
      grant_type: 'authorization_code',
      ...form,
    },
    headers: { authorization: '' },
  })

const profileBy = (emulator: Emulator, accessToken: string) =>
  call(emulator, 'GET', '/sso/profile', { headers: { authorization: `Bearer ${accessToken}` } })

const vouch = (browser: Browser, page: Page, email: string, more: Record<string, string> = {}) =>
  browser.submit(page, {
    email,
    first_name: 'Nora',
    last_name: 'Haddad',
    groups: 'Engineering, Admins',
    custom_attributes: 'department=Platform',
    idp_id: '00u1',
    ...more,
  })

describe('standalone SSO', () => {
  test.each([{ connection }, { organization }])('leads from %o to a profile', async (selector) => {
    const emulator = await start()
    const users = emulator.accounts().length
    const { browser, page } = await begin(emulator, { ...selector, login_hint: nora })
    expect(page.html).toContain('<h1>Meridian SSO</h1>')
    expect(page.html).toContain(`value="${nora}"`)
    const done = await vouch(browser, page, nora)
    expect(done.location?.href.startsWith(`${redirectUri}?code=`)).toBe(true)
    expect(done.location?.searchParams.get('state')).toBe('some state')

    const { status, body } = await token(emulator, { code: codeOf(done) })
    expect(status).toBe(200)
    expect(body).toEqual({
      token_type: 'Bearer',
      access_token: expect.stringMatching(/^\w{40}$/),
      expires_in: 600,
      profile: {
        object: 'profile',
        id: expect.stringMatching(/^prof_[0-9A-Z]{26}$/),
        organization_id: organization,
        connection_id: connection,
        connection_type: 'GenericSAML',
        idp_id: '00u1',
        email: nora,
        first_name: 'Nora',
        last_name: 'Haddad',
        name: 'Nora Haddad',
        groups: ['Engineering', 'Admins'],
        custom_attributes: { department: 'Platform' },
        raw_attributes: expect.objectContaining({ email: nora, department: 'Platform' }),
      },
    })
    expect((await profileBy(emulator, body.access_token)).body).toEqual(body.profile)
    // AuthKit learns of nobody.
    expect(emulator.accounts()).toHaveLength(users)
    expect(emulator.events.list().map(({ event, data }) => [event, data.user_id])).toEqual([
      ['authentication.sso_started', null],
      ['authentication.sso_succeeded', null],
    ])
  })

  test('has a connection for each social provider, whose tokens it hands on', async () => {
    const emulator = await start({ seed })
    const { browser, page } = await begin(emulator, {
      provider: 'GoogleOAuth',
      provider_scopes: 'calendar',
    })
    const done = await vouch(browser, page, 'gil@home.example', { email_verified: 'yes' })
    const { body } = await token(emulator, { code: codeOf(done) })
    expect(body).toMatchObject({
      profile: {
        organization_id: null,
        connection_type: 'GoogleOAuth',
        email: 'gil@home.example',
        idp_id: 'gil@home.example',
      },
      oauth_tokens: { provider: 'GoogleOAuth', scopes: expect.arrayContaining(['calendar']) },
    })
    const kept = await call(emulator, 'GET', `/connections/${body.profile.connection_id}`)
    expect(kept.body).toMatchObject({ connection_type: 'GoogleOAuth', state: 'active' })
    expect(kept.body).not.toHaveProperty('organization_id')
    expect(emulator.events.list().map(({ event }) => event)).toEqual([
      'authentication.oauth_succeeded',
    ])
  })

  test('takes the form that SDKs send', async () => {
    const emulator = await start()
    const { browser, page } = await begin(emulator, { connection })
    const done = await vouch(browser, page, nora)
    const response = await emulator.fetch(
      new Request(`${emulator.url}/sso/token`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: emulator.clientId,
          client_secret: emulator.apiKey,
          grant_type: 'authorization_code',
          code: codeOf(done),
        }),
      }),
    )
    expect(await response.json()).toMatchObject({ profile: { email: nora } })
  })

  test('lets public clients prove themselves with a verifier', async () => {
    const emulator = await start()
    const { verifier, challenge } = pkce()
    const { browser, page } = await begin(emulator, {
      connection,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
    const code = codeOf(await vouch(browser, page, nora))
    const withVerifier = (code_verifier?: string) =>
      call(emulator, 'POST', '/sso/token', {
        body: {
          client_id: emulator.clientId,
          grant_type: 'authorization_code',
          code,
          code_verifier,
        },
        headers: { authorization: '' },
      })
    expect((await withVerifier()).body.error).toBe('invalid_grant')
    expect((await withVerifier(pkce().verifier)).body.error).toBe('invalid_grant')
    expect((await withVerifier(verifier)).body.profile.email).toBe(nora)
  })

  test('is told apart by environment', async () => {
    const emulator = await start()
    const other = await emulator.environments.create()
    const { browser, page } = await begin(emulator, { client_id: other.clientId, connection })
    const code = codeOf(await vouch(browser, page, nora))
    expect((await token(emulator, { code })).body.error).toBe('invalid_grant')
    const { body } = await token(emulator, {
      code,
      client_id: other.clientId,
      client_secret: other.apiKey,
    })
    expect((await profileBy(emulator, body.access_token)).body.email).toBe(nora)
  })
})

describe('the code and the token', () => {
  const codeFor = async (emulator: Emulator) => {
    const { browser, page } = await begin(emulator, { connection })
    return codeOf(await vouch(browser, page, nora))
  }

  test('work once, and for a while', async () => {
    const emulator = await start()
    const code = await codeFor(emulator)
    const { body } = await token(emulator, { code })
    expect(await token(emulator, { code })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    const late = await codeFor(emulator)
    emulator.clock.advance({ seconds: 600 })
    expect((await token(emulator, { code: late })).body.error).toBe('invalid_grant')
    expect(await profileBy(emulator, body.access_token)).toMatchObject({
      status: 401,
      body: { error: 'Unauthorized' },
    })
  })

  test.each([
    [{ grant_type: 'refresh_token' }, 400, { error: 'unsupported_grant_type' }],
    [{ client_id: 'client_other' }, 400, { error: 'invalid_client' }],
    [{ client_secret: 'sk_test_other' }, 400, { error: 'invalid_client' }],
    [{ code: 'nonsense' }, 400, { error: 'invalid_grant' }],
    [{ code_verifier: 'unasked' }, 400, { error: 'invalid_grant' }],
  ])('are refused to %o with %i', async (wrong, status, body) => {
    const emulator = await start()
    const code = await codeFor(emulator)
    expect(await token(emulator, { code, ...wrong })).toMatchObject({ status, body })
    expect((await token(emulator, { code })).status).toBe(200)
  })

  test('are refused without a code, and to whoever has no token', async () => {
    const emulator = await start()
    expect(await token(emulator, {})).toMatchObject({
      status: 422,
      body: { message: 'code is required.' },
    })
    expect((await profileBy(emulator, emulator.apiKey)).status).toBe(401)
  })
})

describe('the authorization URL', () => {
  test.each([
    ['invalid_connection_selector', {}],
    ['ambiguous_connection_selector', { connection: 'conn_a', organization: 'org_two' }],
    ['ambiguous_connection_selector', { organization: 'org_two' }],
    ['connection_invalid', { connection: 'conn_none' }],
    ['connection_invalid', { organization: 'org_none' }],
    ['connection_invalid', { provider: 'AppleOAuth' }],
    ['connection_unlinked', { connection: 'conn_idle' }],
    ['connection_unlinked', { organization: 'org_idle' }],
    ['organization_invalid', { organization: 'org_unheard_of' }],
    ['domain_connection_selector_not_allowed', { domain: 'bank.example' }],
    ['invalid_request', { provider: 'authkit' }],
    ['invalid_request', { connection: 'conn_a', response_type: 'token' }],
    ['invalid_request', { connection: 'conn_a', code_challenge: 'x' }],
  ])('is refused with %s for %o', async (error, selector) => {
    const emulator = await start({ seed })
    const { page } = await begin(emulator, selector)
    expect(refusalOf(page)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'some state',
    })
  })

  test('sends nobody to an address that is not registered', async () => {
    const emulator = await start({ seed })
    const { page } = await begin(emulator, {
      connection: 'conn_a',
      redirect_uri: 'https://evil.example/callback',
    })
    expect(page).toMatchObject({ status: 400, location: undefined })
  })

  test('hands hints on', async () => {
    const emulator = await start({ seed })
    const hinted = await begin(emulator, { connection: 'conn_oidc', domain_hint: 'bank.example' })
    expect(hinted.page.html).toContain('value="@bank.example"')
  })
})

describe('the identity provider', () => {
  test.each([
    ['cancel', 'access_denied'],
    ['fail', 'server_error'],
  ])('may %s', async (action, error) => {
    const emulator = await start({ seed })
    const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
    const refused = await browser.submit(page, { action })
    expect(refusalOf(refused)).toMatchObject({ error, state: 'some state' })
    expect(emulator.events.list().at(-1)).toMatchObject({
      event: 'authentication.sso_failed',
      data: { error: { code: error }, sso: { connection_id: 'conn_oidc' } },
    })
  })

  test('brings in addresses of the organization only, unless it takes any', async () => {
    const emulator = await start({ seed })
    const outsider = async () => {
      const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
      return vouch(browser, page, 'guest@elsewhere.example')
    }
    expect(refusalOf(await outsider())).toMatchObject({
      error: 'profile_not_allowed_outside_organization',
      state: 'some state',
    })
    await call(emulator, 'PUT', '/organizations/org_bank', {
      body: { allow_profiles_outside_organization: true },
    })
    expect(codeOf(await outsider())).not.toBe('')
  })
})

describe('single logout', () => {
  const profileOf = async (emulator: Emulator, selector: Record<string, string>, email: string) => {
    const { browser, page } = await begin(emulator, selector)
    return (await token(emulator, { code: codeOf(await vouch(browser, page, email)) })).body
  }
  const authorize = (emulator: Emulator, profile_id: string) =>
    call(emulator, 'POST', '/sso/logout/authorize', { body: { profile_id } })

  test('redirects once, and ends the access token', async () => {
    const emulator = await start({ seed })
    const { access_token, profile } = await profileOf(
      emulator,
      { connection: 'conn_oidc' },
      'bo@bank.example',
    )
    const { status, body } = await authorize(emulator, profile.id)
    expect(status).toBe(200)
    expect(body.logout_url).toBe(`${emulator.url}/sso/logout?token=${body.logout_token}`)
    const browser = openBrowser(emulator)
    expect((await browser.get(body.logout_url)).location?.href).toBe('http://localhost:3000/bye')
    expect((await profileBy(emulator, access_token)).status).toBe(401)
    expect((await browser.get(body.logout_url)).status).toBe(404)
  })

  test('is for connections with OpenID Connect, and lasts for five minutes', async () => {
    const emulator = await start({ seed })
    const google = await profileOf(emulator, { provider: 'GoogleOAuth' }, 'gil@home.example')
    expect(await authorize(emulator, google.profile.id)).toMatchObject({
      status: 400,
      body: { error: 'connection_invalid' },
    })
    expect((await authorize(emulator, 'prof_none')).status).toBe(404)
    const { profile } = await profileOf(emulator, { connection: 'conn_oidc' }, 'bo@bank.example')
    const { body } = await authorize(emulator, profile.id)
    emulator.clock.advance({ seconds: 300 })
    expect((await openBrowser(emulator).get(body.logout_url)).status).toBe(404)
  })
})

test('an identity provider that takes more than five minutes has timed out', async () => {
  const emulator = await start({ seed })
  const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
  await browser.get(page.url)
  emulator.clock.advance({ seconds: 300 })
  expect(emulator.events.list().map(({ event }) => event)).toEqual([
    'authentication.sso_started',
    'authentication.sso_timed_out',
  ])
  expect(emulator.events.list().at(-1)?.data).toMatchObject({
    type: 'sso',
    status: 'timed_out',
    sso: { organization_id: 'org_bank', connection_id: 'conn_oidc' },
  })
  const late = await vouch(browser, page, 'bo@bank.example')
  expect(refusalOf(late)).toMatchObject({ error: 'server_error', state: 'some state' })
})
