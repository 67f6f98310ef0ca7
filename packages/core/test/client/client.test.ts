import { beforeAll, describe, expect, it } from 'vitest'
import { ApiRejectedError, ApiUnavailableError, createWorkOS, InputError } from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { people } from '../support/people.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startEmulator()
})

describe('the typed API', () => {
  it('speaks camelCase and leaves free-form records alone', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    const created = await workos.users.create({
      email: 'Nora@example.com',
      firstName: 'Nora',
      externalId: 'crm-1',
      metadata: { favourite_colour: 'green', camelCase: 'kept' },
    })
    expect(created).toMatchObject({
      firstName: 'Nora',
      emailVerified: false,
      externalId: 'crm-1',
      metadata: { favourite_colour: 'green', camelCase: 'kept' },
    })
    expect(await workos.users.get({ id: created.id })).toEqual(created)
    expect(await workos.users.getByExternalId({ externalId: 'crm-1' })).toEqual(created)
    const renamed = await workos.users.update({ id: created.id, lastName: 'Berg' })
    expect(renamed).toMatchObject({ firstName: 'Nora', lastName: 'Berg' })
    await workos.users.delete({ id: created.id })
    await expect(workos.users.get({ id: created.id })).rejects.toMatchObject({
      code: 'api_rejected',
      status: 404,
      requestId: expect.any(String),
    })
  })

  it('filters lists and pages through them', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    const { data } = await workos.users.list({ email: people.ada })
    expect(data.map(({ email }) => email)).toEqual([people.ada])
    const first = await workos.users.list({ limit: 2, order: 'asc' })
    const { after } = first.listMetadata
    if (after === null) throw new Error('one page only')
    const second = await workos.users.list({ limit: 2, order: 'asc', after })
    expect(second.data).toHaveLength(2)
    const seen = [...first.data, ...second.data].map(({ id }) => id)
    expect(new Set(seen).size).toBe(4)
  })

  it('joins organizations, memberships and roles', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    const [ada] = (await workos.users.list({ email: people.ada })).data
    if (!ada) throw new Error('the seed has no Ada')
    const memberships = await workos.organizationMemberships.list({
      userId: ada.id,
      statuses: ['active', 'pending'],
    })
    const [membership] = memberships.data
    if (!membership) throw new Error('Ada belongs nowhere')
    expect(membership.role.slug).toBe('admin')
    const organization = await workos.organizations.get({ id: membership.organizationId })
    expect(organization.name).toBe('Northwind Freight')
  })

  it.each(['', '.', '..'])('refuses the id %j before anything is sent', async (id) => {
    await expect(createWorkOS(kitFor(emulator).kit).users.get({ id })).rejects.toThrow(InputError)
  })

  it('never lets an id change the path', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    await expect(workos.users.get({ id: '../organizations' })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('tells a wrong key from an unreachable WorkOS, without repeating either', async () => {
    const wrong = { ...emulator, env: { ...emulator.env, WORKOS_API_KEY: 'sk_test_wrong' } }
    const refused = createWorkOS(kitFor(wrong).kit).users.list()
    await expect(refused).rejects.toThrow(ApiRejectedError)
    await expect(refused).rejects.toMatchObject({
      status: 401,
      fix: expect.stringMatching(/WORKOS_API_KEY/),
    })
    await refused.catch((error) => expect(JSON.stringify(error)).not.toContain('sk_test_wrong'))
    const nowhere = { ...emulator, env: { ...emulator.env, WORKOS_API_PORT: '1' } }
    await expect(createWorkOS(kitFor(nowhere).kit).users.list()).rejects.toThrow(
      ApiUnavailableError,
    )
  })

  it('names the field that an answer lacks', async () => {
    const { kit } = kitFor(emulator, {
      fetch: async () =>
        Response.json({ object: 'user', id: 'user_1' }, { headers: { 'x-request-id': 'req_1' } }),
    })
    await expect(createWorkOS(kit).users.get({ id: 'user_1' })).rejects.toMatchObject({
      code: 'api_response_invalid',
      path: 'email',
      requestId: 'req_1',
    })
  })

  it('lets unknown fields and unknown values pass', async () => {
    const membership = {
      object: 'organization_membership',
      id: 'om_1',
      user_id: 'user_1',
      organization_id: 'org_1',
      status: 'hibernating',
      directory_managed: false,
      role: { slug: 'member' },
      roles: [{ slug: 'member' }],
      created_at: '',
      updated_at: '',
      brand_new: true,
    }
    const { kit } = kitFor(emulator, { fetch: async () => Response.json(membership) })
    const answer = await createWorkOS(kit).organizationMemberships.get({ id: 'om_1' })
    expect(answer.status).toBe('hibernating')
  })
})
