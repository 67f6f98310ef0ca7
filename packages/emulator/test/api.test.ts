import { afterAll, describe, expect, test } from 'vitest'
import { call } from './support/api.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator()
afterAll(() => emulator.close())

const northwind = 'org_01JNORTHWIND0000000000000A'
const usersPath = '/user_management/users'
const membershipsPath = '/user_management/organization_memberships'

describe('every request', () => {
  test.each(['', 'Bearer', 'Bearer sk_test_wrong', 'Basic sk_test_emulator'])(
    'with the authorization %j is refused',
    async (authorization) => {
      const { status, body } = await call(emulator, 'GET', usersPath, {
        headers: { authorization },
      })
      expect({ status, body }).toEqual({ status: 401, body: { message: 'Unauthorized' } })
    },
  )

  test.each([
    ['GET', '/vault/v1/kv'],
    ['POST', '/vault/v1/kv'],
    ['PATCH', '/organizations/org_1'],
  ])('for something that is not here is 501 and names it: %s %s', async (method, path) => {
    const { status, body } = await call(emulator, method, path)
    expect(status).toBe(501)
    expect(body).toMatchObject({ code: 'not_implemented', operation: `${method} ${path}` })
  })

  test('has an id, its own or the one it came with', async () => {
    const own = await call(emulator, 'GET', '/health')
    expect(own.headers.get('x-request-id')).toMatch(/^req_[0-9a-f-]{36}$/)
    const given = await call(emulator, 'GET', usersPath, {
      headers: { 'x-request-id': 'mine-1', authorization: '' },
    })
    expect(given.headers.get('x-request-id')).toBe('mine-1')
  })

  test('with a broken body is 400, and one against the contract 422 and says where', async () => {
    const response = await emulator.fetch(
      new Request(new URL(usersPath, emulator.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.apiKey}` },
        body: '{"email":',
      }),
    )
    expect(response.status).toBe(400)
    const { status, body } = await call(emulator, 'POST', usersPath, { body: { email: 7 } })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'invalid_request_parameters',
      message: 'Validation failed.',
      errors: [{ field: 'email' }],
    })
  })
})

describe('users', () => {
  test('are made, read, changed and deleted', async () => {
    const { status, body: user } = await call(emulator, 'POST', usersPath, {
      body: {
        email: 'Nia@home.example',
        first_name: 'Nia',
        external_id: 'crm-1',
        metadata: { plan: 'pro', seat: '4' },
      },
    })
    expect(status).toBe(201)
    expect(user).toMatchObject({
      object: 'user',
      id: expect.stringMatching(/^user_[0-9A-Z]{26}$/),
      email: 'Nia@home.example',
      email_verified: false,
      last_sign_in_at: null,
    })
    expect(user).not.toHaveProperty('password')
    expect((await call(emulator, 'GET', `${usersPath}/external_id/crm-1`)).body).toEqual(user)

    const changed = await call(emulator, 'PUT', `${usersPath}/${user.id}`, {
      body: { last_name: 'Obi', metadata: { seat: null, team: 'a' } },
    })
    expect(changed.body).toMatchObject({
      name: 'Nia Obi',
      first_name: 'Nia',
      external_id: 'crm-1',
      metadata: { plan: 'pro', team: 'a' },
    })
    expect(changed.body.metadata).not.toHaveProperty('seat')
    expect((await call(emulator, 'GET', `${usersPath}/${user.id}`)).body).toEqual(changed.body)

    expect((await call(emulator, 'DELETE', `${usersPath}/${user.id}`)).status).toBe(200)
    expect(await call(emulator, 'GET', `${usersPath}/${user.id}`)).toMatchObject({
      status: 404,
      body: { message: `User not found: '${user.id}'.` },
    })
  })

  test('are found by address, whatever its case, and by organization', async () => {
    const byEmail = await call(emulator, 'GET', `${usersPath}?email=ADA@northwind.example`)
    expect(byEmail.body.data).toMatchObject([{ first_name: 'Ada' }])
    const byOrganization = await call(emulator, 'GET', `${usersPath}?organization_id=${northwind}`)
    expect(byOrganization.body.data.map((user: { first_name: string }) => user.first_name)).toEqual(
      ['Jonas', 'Dev', 'Carmen', 'Ben', 'Ada'],
    )
    expect((await call(emulator, 'GET', `${usersPath}?organization_id=org_x`)).status).toBe(422)
  })

  test.each([
    [{ email: 'ADA@northwind.example' }, 400, 'user_creation_error'],
    [{ email: 'nonsense' }, 400, 'user_creation_error'],
    [{ email: 'a@b.example', password: 'short' }, 400, 'password_strength_error'],
    [
      { email: 'a@b.example', password: 'long enough 1', password_hash: '$2b$' },
      400,
      'password_and_password_hash_provided',
    ],
    [{ email: 'a@b.example', metadata: { key: 'x'.repeat(601) } }, 400, 'invalid_metadata'],
    [{ email: 'a@b.example', metadata: { ['k'.repeat(41)]: 'x' } }, 400, 'invalid_metadata'],
    [
      {
        email: 'a@b.example',
        metadata: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`k${i}`, 'x'])),
      },
      400,
      'invalid_metadata',
    ],
    [
      { email: 'a@b.example', password_hash: '$2b$10$x', password_hash_type: 'bcrypt' },
      400,
      'invalid_password_hash',
    ],
  ])('%j is refused', async (body, status, code) => {
    expect(await call(emulator, 'POST', usersPath, { body })).toMatchObject({
      status,
      body: { code },
    })
  })

  test('have to verify an address again that was changed', async () => {
    const path = `${usersPath}/user_01JHUGO0000000000000000000`
    const change = async (body: object) => (await call(emulator, 'PUT', path, { body })).body
    expect(await change({ email: 'Hugo@paperkite.example' })).toMatchObject({
      email: 'Hugo@paperkite.example',
      email_verified: true,
    })
    expect((await change({ email: 'hugo@home.example' })).email_verified).toBe(false)
    expect(
      (await change({ email: 'hugo@work.example', email_verified: true })).email_verified,
    ).toBe(true)
  })

  test('do not share an external id', async () => {
    const body = { email: 'one@home.example', external_id: 'shared' }
    await call(emulator, 'POST', usersPath, { body })
    expect(
      await call(emulator, 'POST', usersPath, { body: { ...body, email: 'two@home.example' } }),
    ).toMatchObject({
      status: 400,
      body: { code: 'user_creation_error', errors: [{ code: 'external_id_already_used' }] },
    })
  })

  test.each([
    ['email_not_available', { email: 'ADA@northwind.example' }],
    ['invalid_email', { email: 'nonsense' }],
  ])('are not changed when that is refused with %s', async (code, body) => {
    const path = `${usersPath}/user_01JBEN00000000000000000000`
    expect(await call(emulator, 'PUT', path, { body })).toMatchObject({
      status: 400,
      body: { code },
    })
    expect((await call(emulator, 'GET', path)).body.email).toBe('ben@northwind.example')
  })
})

describe('organizations', () => {
  test('are made, read, changed and deleted', async () => {
    const { status, body } = await call(emulator, 'POST', '/organizations', {
      body: { name: 'Acme', domain_data: [{ domain: 'acme.example', state: 'verified' }] },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      object: 'organization',
      id: expect.stringMatching(/^org_[0-9A-Z]{26}$/),
      domains: [{ domain: 'acme.example', state: 'verified', organization_id: body.id }],
    })
    expect(body).not.toHaveProperty('stripe_customer_id')
    expect(body).not.toHaveProperty('entitlements')
    const changed = await call(emulator, 'PUT', `/organizations/${body.id}`, {
      body: { name: 'Acme Inc', metadata: { tier: '1' } },
    })
    expect(changed.body).toMatchObject({ name: 'Acme Inc', metadata: { tier: '1' } })
    expect(changed.body.domains).toHaveLength(1)
    expect((await call(emulator, 'DELETE', `/organizations/${body.id}`)).status).toBe(202)
    expect((await call(emulator, 'GET', `/organizations/${body.id}`)).status).toBe(404)
  })

  test('do not share a domain', async () => {
    const body = { name: 'Other', domain_data: [{ domain: 'northwind.example', state: 'pending' }] }
    expect((await call(emulator, 'POST', '/organizations', { body })).status).toBe(409)
  })

  test.each([
    ['search=freight', ['Northwind Freight']],
    ['domains=halcyon.example,paperkite.example', ['Paper Kite Studio', 'Halcyon Health']],
    ['domains[]=halcyon.example', ['Halcyon Health']],
    ['domains=halcyon.example&domains=northwind.example', ['Halcyon Health', 'Northwind Freight']],
  ])('are found by %s', async (query, names) => {
    const { body } = await call(emulator, 'GET', `/organizations?${query}`)
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(names)
  })
})

describe('memberships', () => {
  test('are made, changed, suspended and deleted', async () => {
    const { body: made, status } = await call(emulator, 'POST', membershipsPath, {
      body: { user_id: 'user_01JKIM00000000000000000000', organization_id: northwind },
    })
    expect(status).toBe(201)
    expect(made).toMatchObject({
      object: 'organization_membership',
      id: expect.stringMatching(/^om_[0-9A-Z]{26}$/),
      organization_name: 'Northwind Freight',
      status: 'active',
      role: { slug: 'member' },
      user: { email: 'kim@home.example' },
    })
    const path = `${membershipsPath}/${made.id}`
    const again = await call(emulator, 'POST', membershipsPath, {
      body: { user_id: made.user_id, organization_id: northwind },
    })
    expect(again.status).toBe(400)
    expect((await call(emulator, 'PUT', path, { body: { role_slug: 'admin' } })).body.role).toEqual(
      {
        slug: 'admin',
      },
    )
    expect(await call(emulator, 'PUT', path, { body: { role_slug: 'king' } })).toMatchObject({
      status: 422,
      body: { code: 'invalid_role' },
    })

    const listed = async (query = '') =>
      (await call(emulator, 'GET', `${membershipsPath}?user_id=${made.user_id}${query}`)).body.data
    expect((await call(emulator, 'PUT', `${path}/deactivate`)).body.status).toBe('inactive')
    expect(await listed()).toEqual([])
    expect(await listed('&statuses=active%2Cinactive')).toHaveLength(1)
    expect((await call(emulator, 'PUT', `${path}/reactivate`)).body.status).toBe('active')
    expect(await listed()).toHaveLength(1)
    expect((await call(emulator, 'DELETE', path)).status).toBe(200)
    expect((await call(emulator, 'GET', path)).status).toBe(404)
  })

  test('are listed of somebody or something that exists', async () => {
    expect(await call(emulator, 'GET', membershipsPath)).toMatchObject({
      status: 400,
      body: { code: 'missing_user_id_or_organization_id' },
    })
    expect((await call(emulator, 'GET', `${membershipsPath}?user_id=user_x`)).status).toBe(404)
  })
})

describe('revoking a session', () => {
  test('of nobody is refused', async () => {
    const { status, body } = await call(emulator, 'POST', '/user_management/sessions/revoke', {
      body: { session_id: 'session_x' },
    })
    expect(status).toBe(400)
    expect(body.message).toContain('session_x')
  })
})
