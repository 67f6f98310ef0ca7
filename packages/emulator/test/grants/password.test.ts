import { describe, expect, test } from 'vitest'
import { authenticate, call, claimsOf } from '../support/api.ts'
import { withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

const ada = 'ada@northwind.example'

describe('the password grant', () => {
  test('signs in, with the method and the visitor in the session', async () => {
    const emulator = await start()
    const { status, body } = await withPassword(emulator, 'ADA@northwind.example', {
      ip_address: '203.0.113.7',
      user_agent: 'a browser',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      user: { email: ada },
      organization_id: 'org_01JNORTHWIND0000000000000A',
      authentication_method: 'Password',
    })
    expect(claimsOf(body.access_token)).toMatchObject({ role: 'admin' })
    const sessions = await call(emulator, 'GET', `/user_management/users/${body.user.id}/sessions`)
    expect(sessions.body.data).toMatchObject([
      { auth_method: 'password', ip_address: '203.0.113.7', user_agent: 'a browser' },
    ])
  })

  test('takes a form as well as JSON', async () => {
    const emulator = await start()
    const response = await emulator.fetch(
      new Request(new URL('/user_management/authenticate', emulator.url), {
        method: 'POST',
        body: new URLSearchParams({
          client_id: emulator.clientId,
          client_secret: emulator.apiKey,
          grant_type: 'password',
          email: ada,
          password: 'open-sesame-42',
        }),
      }),
    )
    expect(response.status).toBe(200)
  })

  test('refuses a wrong password and an unknown address alike', async () => {
    const emulator = await start()
    for (const email of [ada, 'Nobody@nowhere.example']) {
      expect(await withPassword(emulator, email, { password: 'wrong' })).toMatchObject({
        status: 400,
        body: { code: 'invalid_credentials', message: `Invalid credentials for '${email}'.` },
      })
    }
    // Somebody without a password has none that is right.
    expect(await withPassword(emulator, 'quinn@home.example', { password: '' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_credentials' },
    })
  })

  test('needs the secret, and the right one', async () => {
    const emulator = await start()
    expect(await withPassword(emulator, ada, { client_secret: undefined })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'client_secret is required.' },
    })
    expect(await withPassword(emulator, ada, { client_secret: 'sk_test_other' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
    })
  })

  test('names what is missing in the OAuth envelope', async () => {
    const emulator = await start()
    for (const field of ['email', 'password', 'client_id']) {
      expect(await withPassword(emulator, ada, { [field]: undefined })).toMatchObject({
        status: 400,
        body: { error: 'invalid_request', error_description: `${field} is required.` },
      })
    }
  })

  test('is refused where passwords are switched off', async () => {
    const emulator = await start({
      seed: {
        authentication: { password: false },
        users: [{ email: 'ann@acme.example', password: 'open-sesame-42' }],
      },
    })
    expect(await withPassword(emulator, 'ann@acme.example')).toMatchObject({
      status: 403,
      body: { code: 'email_password_auth_disabled' },
    })
  })
})

describe('a grant', () => {
  test('that does not exist is refused', async () => {
    const emulator = await start()
    expect(await authenticate(emulator, { grant_type: 'telepathy' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })
})
