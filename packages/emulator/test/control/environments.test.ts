import { expect, test, vi } from 'vitest'
import type { Emulator, EmulatorEnvironment } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'
import { enterPassword, pkce, redirectUri } from '../support/signIn.ts'
import { start } from '../support/start.ts'

// Every environment makes a key of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

/** The emulator as a worker sees it: its own key and client id. */
const as = (emulator: Emulator, environment: EmulatorEnvironment): Emulator => ({
  ...emulator,
  ...environment,
})

test('environments share the address and never meet', async () => {
  const emulator = await start()
  const [one, two] = await Promise.all([1, 2].map(() => emulator.environments.create()))
  if (!one || !two) throw new Error('Two were made.')
  const { body: user, status } = await call(as(emulator, one), 'POST', '/user_management/users', {
    body: { email: 'new@home.example' },
  })
  expect(status).toBe(201)
  const get = async (environment: EmulatorEnvironment) =>
    (await call(as(emulator, environment), 'GET', `/user_management/users/${user.id}`)).status
  expect(await get(one)).toBe(200)
  expect(await get(two)).toBe(404)
  expect(await get(emulator)).toBe(404)
  expect(one.events.list()).toMatchObject([{ event: 'user.created' }])
  expect(two.events.list()).toEqual([])

  one.clock.freeze('2030-01-01T00:00:00Z')
  one.faults.add({ status: 500 })
  expect(two.clock.frozen).toBe(false)
  expect(await get(one)).toBe(500)
  expect(await get(two)).toBe(404)
  one.reset()
  expect(await get(one)).toBe(404)
  expect(one.requests()).toHaveLength(1)
})

test('the hosted pages belong to the environment of the client', async () => {
  const emulator = await start()
  const environment = await emulator.environments.create()
  const browser = openBrowser(emulator)
  const { verifier, challenge } = pkce()
  const parameters = new URLSearchParams({
    client_id: environment.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    provider: 'authkit',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const page = await browser.get(`/user_management/authorize?${parameters}`)
  const done = await enterPassword(browser, page, { email: 'lena@home.example' })
  expect(environment.inbox.latest('lena@home.example')).toBeDefined()
  expect(emulator.inbox.list()).toEqual([])
  const code = environment.inbox.latest('lena@home.example')?.code ?? ''
  const end = await browser.submit(done, { code })
  const redeemed = await call(emulator, 'POST', '/user_management/authenticate', {
    headers: { authorization: '' },
    body: {
      client_id: environment.clientId,
      grant_type: 'authorization_code',
      code: end.location?.searchParams.get('code'),
      code_verifier: verifier,
    },
  })
  expect(redeemed.status).toBe(200)
  const keys = async (clientId: string) =>
    (await call(emulator, 'GET', `/sso/jwks/${clientId}`, { headers: { authorization: '' } })).body
  expect(await keys(environment.clientId)).not.toEqual(await keys(emulator.clientId))
})

test('over HTTP: made with a seed, controlled by its key, deleted', async () => {
  const emulator = await start()
  const made = await call(emulator, 'POST', '/_emulator/environments', {
    body: { seed: { users: [{ email: 'only@home.example' }] } },
  })
  expect(made.status).toBe(201)
  const headers = { authorization: `Bearer ${made.body.apiKey}` }
  const accounts = () => call(emulator, 'GET', '/_emulator/accounts', { headers })
  expect((await accounts()).body.data).toMatchObject([{ email: 'only@home.example' }])
  expect((await call(emulator, 'GET', '/_emulator/environments')).body.data).toEqual([
    { clientId: emulator.clientId, main: true },
    { clientId: made.body.clientId, main: false },
  ])
  const remove = () => call(emulator, 'DELETE', `/_emulator/environments/${made.body.clientId}`)
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect((await accounts()).status).toBe(401)
})

test('a seed that cannot be used says why; the main environment stays', async () => {
  const emulator = await start()
  const { status, body } = await call(emulator, 'POST', '/_emulator/environments', {
    body: { seed: { users: [{ email: 'nobody' }] } },
  })
  expect(status).toBe(422)
  expect(body.message).toContain('users[0].email')
  await expect(emulator.environments.delete(emulator)).rejects.toThrow(RangeError)
})
