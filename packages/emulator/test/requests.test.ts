import { expect, test } from 'vitest'
import { call, claimsOf } from './support/api.ts'
import { ada } from './support/sdk.ts'
import { start } from './support/start.ts'

const users = '/user_management/users'

test('a POST with an idempotency key is done once within 24 hours', async () => {
  const emulator = await start()
  const post = (key: string, email: string) =>
    call(emulator, 'POST', users, { body: { email }, headers: { 'idempotency-key': key } })
  const [one, two] = await Promise.all([post('a', 'a@home.example'), post('a', 'a@home.example')])
  expect(one.status).toBe(201)
  expect(two).toMatchObject({ status: 201, body: one.body })
  expect((await post('b', 'a@home.example')).status).toBe(400)
  emulator.clock.advance({ seconds: 86_401 })
  expect((await post('a', 'a@home.example')).status).toBe(400)
})

test('a replay needs the key that the first one had, and a failure can be tried again', async () => {
  const emulator = await start()
  const headers = { 'idempotency-key': 'a' }
  const body = { email: 'a@home.example' }
  emulator.faults.add({ path: users, status: 503, count: 1 })
  expect((await call(emulator, 'POST', users, { body, headers })).status).toBe(503)
  expect((await call(emulator, 'POST', users, { body, headers })).status).toBe(201)
  const stranger = { ...headers, authorization: 'Bearer sk_other' }
  expect((await call(emulator, 'POST', users, { body, headers: stranger })).status).toBe(401)
})

test('rate limits are kept when asked for, by the clock', async () => {
  const emulator = await start({ rateLimits: true })
  const reset = (email: string) =>
    call(emulator, 'POST', '/user_management/users', {
      body: { email },
      headers: { 'idempotency-key': email },
    })
  expect((await reset('a@home.example')).status).toBe(201)
  const signIn = () =>
    call(emulator, 'POST', '/user_management/authenticate', {
      body: {
        client_id: emulator.clientId,
        client_secret: emulator.apiKey,
        grant_type: 'password',
        email: 'ada@northwind.example',
        password: 'wrong password',
      },
    })
  for (let attempt = 0; attempt < 10; attempt++) expect((await signIn()).status).toBe(400)
  const refused = await signIn()
  expect(refused).toMatchObject({ status: 429, body: { error: 'too_many_requests' } })
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  emulator.clock.advance({ seconds: wait })
  expect((await signIn()).status).toBe(400)
})

test('an emulator that nobody asked keeps no limits', async () => {
  const emulator = await start()
  const path = '/directory_users?directory=directory_01JNORTHWINDDIR0000000000'
  const statuses = []
  for (let i = 0; i < 6; i++) statuses.push((await call(emulator, 'GET', path)).status)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('a JWT template is rendered into tokens', async () => {
  const emulator = await start()
  const put = (content: string) =>
    call(emulator, 'PUT', '/user_management/jwt_template', { body: { content } })
  expect((await call(emulator, 'GET', '/user_management/jwt_template')).status).toBe(404)
  const content = `{
    "urn:name": "{{ user.first_name }} {{ user.middle_name || 'the' }} {{user.last_name}}",
    "tier": {{ organization.metadata.plan || 'none' }},
    "role_of": {{ organization_membership.role }},
    "domain": {{ organization.domains.0.domain }},
    "nickname": {{ user.metadata.nickname }},
    "quoted": "{{ user.metadata.quote }}"
  }`
  expect((await put(content)).body).toMatchObject({ object: 'jwt_template', content })
  await call(emulator, 'PUT', `${users}/${ada}`, { body: { metadata: { quote: 'say "hi"' } } })
  const { access_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
  expect(claimsOf(access_token)).toMatchObject({
    'urn:name': 'Ada the Okafor',
    tier: 'enterprise',
    role_of: 'admin',
    domain: 'northwind.example',
    nickname: null,
    quoted: 'say "hi"',
    sub: ada,
  })
  for (const bad of [
    '{"sub": "me"}',
    '{"a": {{ user.email }',
    '{"a": {{ secrets.key }}}',
    '["a"]',
    '{"a": {{ user..email }}}',
  ]) {
    expect((await put(bad)).body).toMatchObject({ code: 'invalid_request_parameters' })
  }
  await put(`{"big": "${'x'.repeat(3100)}"}`)
  await expect(emulator.mintSession({ email: 'ada@northwind.example' })).rejects.toThrow('3072')
})

test('redirect URIs and CORS origins', async () => {
  const emulator = await start()
  const redirects = '/user_management/redirect_uris'
  const add = (uri: string) => call(emulator, 'POST', redirects, { body: { uri } })
  const { body: added } = await add('https://app.example/callback')
  expect(added).toMatchObject({ object: 'redirect_uri', default: false })
  expect((await add('https://app.example/callback')).status).toBe(400)
  expect((await add('app.example')).status).toBe(422)
  expect((await call(emulator, 'DELETE', `${redirects}/${added.id}`)).status).toBe(204)
  const [standard] = (await call(emulator, 'GET', `${redirects}?order=asc`)).body.data
  expect((await call(emulator, 'DELETE', `${redirects}/${standard.id}`)).status).toBe(409)

  const origins = '/user_management/cors_origins'
  const allow = (origin: string) => call(emulator, 'POST', origins, { body: { origin } })
  expect((await allow('https://app.example')).status).toBe(201)
  expect((await allow('https://app.example')).status).toBe(409)
  expect((await allow('https://app.example/path')).status).toBe(422)
  expect((await call(emulator, 'GET', origins)).body.data).toHaveLength(1)
})
