import { afterAll, describe, expect, test } from 'vitest'
import { authenticate, call } from './support/api.ts'
import { openBrowser } from './support/browser.ts'
import { authorizePath, enterPassword, pkce, signInForCode } from './support/signIn.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator()
afterAll(() => emulator.close())

const redeem = (code: string, more: Record<string, unknown> = {}) =>
  authenticate(emulator, { grant_type: 'authorization_code', code, ...more })

const withChallenge = (challenge: string) =>
  signInForCode(emulator, {
    more: { code_challenge: challenge, code_challenge_method: 'S256' },
  })

const invalidGrant = (code: string) => ({
  status: 400,
  body: {
    error: 'invalid_grant',
    error_description: `The code '${code}' has expired or is invalid.`,
  },
})

describe('a code', () => {
  test('is redeemed for the user, the organization and both tokens', async () => {
    const { verifier, challenge } = pkce()
    const { status, body } = await redeem(await withChallenge(challenge), {
      code_verifier: verifier,
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      user: expect.objectContaining({
        object: 'user',
        id: 'user_01JADA00000000000000000000',
        email: 'ada@northwind.example',
        email_verified: true,
        name: 'Ada Okafor',
      }),
      organization_id: 'org_01JNORTHWIND0000000000000A',
      access_token: expect.stringMatching(/^ey/),
      refresh_token: expect.stringMatching(/^[A-Za-z0-9]{25}$/),
      authentication_method: 'Password',
    })
  })

  test('works once', async () => {
    const code = await signInForCode(emulator)
    expect((await redeem(code)).status).toBe(200)
    expect(await redeem(code)).toMatchObject(invalidGrant(code))
  })

  test('works once even when it is presented twice at the same time', async () => {
    const code = await signInForCode(emulator)
    const answers = await Promise.all([redeem(code), redeem(code), redeem(code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })

  test('ends after ten minutes', async () => {
    const early = await signInForCode(emulator)
    const late = await signInForCode(emulator)
    emulator.clock.advance({ seconds: 599 })
    expect((await redeem(early)).status).toBe(200)
    emulator.clock.advance({ seconds: 2 })
    expect(await redeem(late)).toMatchObject(invalidGrant(late))
  })

  test('is refused like any other when nobody issued it', async () => {
    expect(await redeem('made-up')).toMatchObject(invalidGrant('made-up'))
  })

  test('is refused when its user is gone', async () => {
    const { body: user } = await call(emulator, 'POST', '/user_management/users', {
      body: { email: 'gone@home.example', password: 'a password of mine', email_verified: true },
    })
    const browser = openBrowser(emulator)
    const done = await enterPassword(browser, await browser.get(authorizePath(emulator)), {
      email: 'gone@home.example',
      password: 'a password of mine',
    })
    const code = done.location?.searchParams.get('code') ?? ''
    await call(emulator, 'DELETE', `/user_management/users/${user.id}`)
    expect(await redeem(code)).toMatchObject(invalidGrant(code))
  })
})

describe('PKCE', () => {
  test('refuses a wrong verifier', async () => {
    const code = await withChallenge(pkce().challenge)
    expect(await redeem(code, { code_verifier: pkce().verifier })).toMatchObject(invalidGrant(code))
  })

  test('refuses a missing verifier, secret or not', async () => {
    const code = await withChallenge(pkce().challenge)
    const refused = {
      status: 400,
      body: { error: 'invalid_request', error_description: 'code_verifier is required.' },
    }
    expect(await redeem(code)).toMatchObject(refused)
    expect(await redeem(code, { client_secret: undefined })).toMatchObject(refused)
  })

  test('refuses a verifier for a sign-in that began without a challenge', async () => {
    const code = await signInForCode(emulator)
    expect(await redeem(code, { code_verifier: pkce().verifier })).toMatchObject({
      status: 400,
      body: { code: 'code_challenge_not_found' },
    })
  })

  test('lets a public client in without a secret', async () => {
    const { verifier, challenge } = pkce()
    const code = await withChallenge(challenge)
    const { status } = await redeem(code, { code_verifier: verifier, client_secret: undefined })
    expect(status).toBe(200)
  })

  test('is asked of a client without a secret', async () => {
    const code = await signInForCode(emulator)
    expect(await redeem(code, { client_secret: undefined })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })
})

describe('the client', () => {
  test.each([
    ['an unknown client', { client_id: 'client_other' }, 'Invalid client ID.'],
    ['a wrong secret', { client_secret: 'sk_test_wrong' }, 'Invalid client secret.'],
  ])('%s is refused, and the code stays good', async (_, wrong, error_description) => {
    const code = await signInForCode(emulator)
    expect(await redeem(code, wrong)).toMatchObject({
      status: 400,
      body: { error: 'invalid_client', error_description },
    })
    expect((await redeem(code)).status).toBe(200)
  })

  test('may name its secret in the header alone, where a wrong one is refused too', async () => {
    const code = await signInForCode(emulator)
    const send = (authorization: string) =>
      call(emulator, 'POST', '/user_management/authenticate', {
        body: { grant_type: 'authorization_code', client_id: emulator.clientId, code },
        headers: { authorization },
      })
    expect((await send('Bearer sk_test_wrong')).body.error).toBe('invalid_client')
    expect((await send(`Bearer ${emulator.apiKey}`)).status).toBe(200)
  })
})

describe('the request', () => {
  test('may be a form', async () => {
    const response = await emulator.fetch(
      new Request(new URL('/user_management/authenticate', emulator.url), {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: emulator.clientId,
          client_secret: emulator.apiKey,
          code: await signInForCode(emulator),
        }),
      }),
    )
    expect(response.status).toBe(200)
  })

  test.each([
    [{ grant_type: undefined }, 'grant_type is required.'],
    [{ grant_type: 'authorization_code' }, 'code is required.'],
    [{ grant_type: 'refresh_token' }, 'refresh_token is required.'],
    [{ grant_type: 'unheard_of' }, "The grant_type 'unheard_of' is not supported."],
    [{ grant_type: 'toString' }, "The grant_type 'toString' is not supported."],
  ])('%j is an invalid request', async (body, error_description) => {
    expect(await authenticate(emulator, body)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description },
    })
  })
})

test('the session remembers the browser, or what the server says of it', async () => {
  const { body: first } = await redeem(await signInForCode(emulator))
  await redeem(await signInForCode(emulator), { ip_address: '192.0.2.7', user_agent: 'from body' })
  const { body } = await call(emulator, 'GET', `/user_management/users/${first.user.id}/sessions`)
  expect(body.data.slice(0, 2)).toMatchObject([
    { user_agent: 'from body', ip_address: '192.0.2.7', auth_method: 'password', status: 'active' },
    { user_agent: 'test browser', ip_address: null },
  ])
})
