import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { codeOf } from '../support/pages.ts'
import { pkce, redirectUri } from '../support/signIn.ts'
import {
  begin,
  connection,
  nora,
  organization,
  profileBy,
  seed,
  token,
  vouch,
} from '../support/standaloneSso.ts'
import { start } from '../support/start.ts'

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
