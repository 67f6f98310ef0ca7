import { afterEach, describe, expect, test } from 'vitest'
import { defaultSeed, type Emulator, MintError } from '../src/index.ts'
import { call, claimsOf, refresh } from './support/api.ts'
import { openBrowser } from './support/browser.ts'
import { authorizePath, enterPassword, password } from './support/signIn.ts'
import { openEmulator } from './support/start.ts'

const open: Emulator[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()))
})

async function start(options: Parameters<typeof openEmulator>[0] = {}) {
  const emulator = await openEmulator(options)
  open.push(emulator)
  return emulator
}

describe('the clock', () => {
  test('moves, is set and goes back, in process and over HTTP', async () => {
    const emulator = await start()
    const offset = () => Math.round((emulator.clock.now() - Date.now()) / 1000)
    emulator.clock.advance({ seconds: 90 })
    expect(offset()).toBe(90)
    await call(emulator, 'POST', '/_emulator/clock', { body: { advance: -100 } })
    expect(offset()).toBe(-10)
    const { body } = await call(emulator, 'POST', '/_emulator/clock', {
      body: { set: '2030-01-01T00:00:00Z' },
    })
    expect(body.now).toMatch(/^2030-01-01T00:00:0/)
    expect((await call(emulator, 'GET', '/_emulator/clock')).body.now).toMatch(/^2030-01-01T/)
    await call(emulator, 'POST', '/_emulator/clock', { body: { reset: true } })
    expect(offset()).toBe(0)
  })

  test('behind its time makes tokens that are over for everybody else', async () => {
    const emulator = await start()
    emulator.clock.advance({ seconds: -600 })
    const { access_token, refresh_token } = await emulator.mintSession({
      email: 'ada@northwind.example',
    })
    expect(Number(claimsOf(access_token).exp)).toBeLessThan(Date.now() / 1000)
    emulator.clock.reset()
    const { body } = await refresh(emulator, refresh_token)
    expect(Number(claimsOf(body.access_token).exp)).toBeGreaterThan(Date.now() / 1000)
  })

  test.each([{}, { advance: 'soon' }, { set: 'tomorrow' }, { advance: 1, reset: true }])(
    'does not take %j',
    async (body) => {
      expect((await call(await start(), 'POST', '/_emulator/clock', { body })).status).toBe(422)
    },
  )
})

describe('the request log', () => {
  test('names grants, and holds no code, token, password or query', async () => {
    const emulator = await start()
    const browser = openBrowser(emulator)
    const page = await browser.get(authorizePath(emulator, { state: 'state-secret' }))
    const done = await enterPassword(browser, page, { email: 'ada@northwind.example' })
    const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const { body } = await refresh(emulator, refresh_token)
    await refresh(emulator, 'made-up')

    const log = emulator.requests()
    expect(log.filter(({ grantType }) => grantType === 'refresh_token')).toMatchObject([
      { method: 'POST', path: '/user_management/authenticate', status: 200 },
      { method: 'POST', path: '/user_management/authenticate', status: 400 },
    ])
    expect(log[0]).toEqual({
      time: expect.stringMatching(/Z$/),
      method: 'GET',
      path: '/user_management/authorize',
      status: 302,
      duration: expect.any(Number),
    })
    const text = JSON.stringify(log)
    const secrets = [
      'state-secret',
      new URL(page.url).searchParams.get('flow'),
      done.location?.searchParams.get('code'),
      refresh_token,
      body.refresh_token,
      body.access_token,
      password,
      emulator.apiKey,
    ]
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect((await call(emulator, 'GET', '/_emulator/requests')).body.data).toEqual(log)
  })
})

describe('minting a session', () => {
  test('gives what a grant gives, over HTTP too', async () => {
    const emulator = await start()
    const { status, body } = await call(emulator, 'POST', '/_emulator/sessions', {
      body: { email: 'ada@northwind.example' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      user: { email: 'ada@northwind.example' },
      organization_id: 'org_01JNORTHWIND0000000000000A',
    })
    expect((await refresh(emulator, body.refresh_token)).status).toBe(200)
  })

  test.each([
    [{ email: 'nobody@nowhere.example' }, 'Nobody has the address'],
    [{ email: 'jonas@consult.example' }, 'pick one of org_'],
    [
      { email: 'ada@northwind.example', organizationId: 'org_01JHALCYON000000000000000B' },
      'is not a member of',
    ],
  ])('refuses %j', async (wish, message) => {
    const emulator = await start()
    await expect(emulator.mintSession(wish)).rejects.toThrow(MintError)
    const { status, body } = await call(emulator, 'POST', '/_emulator/sessions', { body: wish })
    expect(status).toBe(422)
    expect(body.message).toContain(message)
  })
})

test('the inbox over HTTP is that of the object, and can be asked for one address', async () => {
  const emulator = await start()
  const browser = openBrowser(emulator)
  await enterPassword(browser, await browser.get(authorizePath(emulator)), {
    email: 'lena@home.example',
  })
  const { body } = await call(emulator, 'GET', '/_emulator/inbox')
  expect(body.data).toEqual(emulator.inbox.list())
  expect(body.data).toMatchObject([{ to: 'lena@home.example', kind: 'email_verification' }])
  const other = await call(emulator, 'GET', '/_emulator/inbox?to=ada@northwind.example')
  expect(other.body.data).toEqual([])
})

test('accounts have passwords until somebody chooses another', async () => {
  const emulator = await start()
  const jonas = () => emulator.accounts().find(({ email }) => email === 'jonas@consult.example')
  expect(emulator.accounts()).toHaveLength(defaultSeed.users?.length ?? 0)
  expect(jonas()).toEqual({
    email: 'jonas@consult.example',
    name: 'Jonas Weber',
    password,
    emailVerified: true,
    organizations: [
      { id: 'org_01JNORTHWIND0000000000000A', name: 'Northwind Freight', role: 'member' },
      { id: 'org_01JHALCYON000000000000000B', name: 'Halcyon Health', role: 'admin' },
    ],
  })
  await call(emulator, 'PUT', '/user_management/users/user_01JJONAS000000000000000000', {
    body: { password: 'another password' },
  })
  expect(jonas()).not.toHaveProperty('password')
  expect((await call(emulator, 'GET', '/_emulator/accounts')).body.data).toEqual(
    emulator.accounts(),
  )
})

test('a reset goes back to the seed and keeps the keys', async () => {
  const emulator = await start()
  const keys = async () => (await call(emulator, 'GET', '/sso/jwks/client_emulator')).body
  const { user, refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
  const before = await keys()
  await call(emulator, 'DELETE', `/user_management/users/${user.id}`)
  emulator.clock.advance({ seconds: 3600 })
  expect((await call(emulator, 'POST', '/_emulator/reset')).status).toBe(204)
  expect((await call(emulator, 'GET', `/user_management/users/${user.id}`)).status).toBe(200)
  expect(emulator.clock.now()).toBeLessThan(Date.now() + 1000)
  expect((await refresh(emulator, refresh_token)).status).toBe(400)
  expect(await keys()).toEqual(before)
})

describe('safety', () => {
  test('the control API does not answer pages of other sites', async () => {
    const emulator = await start()
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await call(emulator, 'POST', '/_emulator/reset', { headers })).status).toBe(403)
  })

  test('a live key is refused', async () => {
    await expect(openEmulator({ apiKey: 'sk_live_123' })).rejects.toThrow('live API key')
  })

  test.each([0, -1, 1.5, Number.NaN])('a token cannot live %d seconds', async (accessTokenTtl) => {
    await expect(openEmulator({ accessTokenTtl })).rejects.toThrow(RangeError)
  })

  test('two emulators know nothing of each other', async () => {
    const [one, other] = await Promise.all([start(), start()])
    const { refresh_token } = await one.mintSession({ email: 'ada@northwind.example' })
    expect((await refresh(other, refresh_token)).status).toBe(400)
    const keys = async (emulator: Emulator) =>
      (await call(emulator, 'GET', '/sso/jwks/client_emulator')).body
    expect(await keys(one)).not.toEqual(await keys(other))
  })
})
