import { describe, expect, test } from 'vitest'
import type { Seed } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { start } from '../support/start.ts'

const user = 'user_01JADA'
const organization = 'org_01JSHOP'
const seed: Seed = {
  organizations: [{ id: organization, name: 'Shop' }],
  roles: [{ slug: 'member' }],
  dataProviders: [
    { slug: 'github', name: 'GitHub', scopes: ['repo', 'user:email'] },
    { slug: 'slack' },
  ],
  connectApplications: [{ name: 'Planner', redirectUris: ['https://planner.example/callback'] }],
  users: [
    {
      id: user,
      email: 'ada@shop.example',
      memberships: [{ organization: 'Shop' }],
      authorizedApplications: ['Planner'],
    },
  ],
}
const account = `/user_management/users/${user}/connected_accounts/github`

describe('connected accounts', () => {
  test('are imported, read, changed and disconnected, for an organization or for none', async () => {
    const emulator = await start({ seed })
    const body = { access_token: 'gho_1', refresh_token: 'ghr_1', scopes: ['repo'] }
    const made = await call(emulator, 'POST', account, { body })
    expect(made).toMatchObject({
      status: 201,
      body: {
        object: 'connected_account',
        id: expect.stringMatching(/^data_installation_/),
        user_id: user,
        organization_id: null,
        scopes: ['repo'],
        state: 'connected',
        auth_method: 'oauth',
      },
    })
    expect(JSON.stringify(made.body)).not.toContain('gho_1')
    expect((await call(emulator, 'GET', account)).body).toEqual(made.body)
    expect((await call(emulator, 'POST', account, { body })).status).toBe(409)
    const elsewhere = `${account}?organization_id=${organization}`
    expect((await call(emulator, 'GET', elsewhere)).status).toBe(404)
    const second = await call(emulator, 'POST', elsewhere, { body })
    expect(second.body.organization_id).toBe(organization)
    const changed = await call(emulator, 'PUT', account, {
      body: { state: 'needs_reauthorization' },
    })
    expect(changed.body).toMatchObject({ state: 'needs_reauthorization', scopes: ['repo'] })
    expect((await call(emulator, 'DELETE', account)).status).toBe(204)
    expect((await call(emulator, 'GET', account)).status).toBe(404)
    expect(emulator.events.list().map(({ event, data }) => [event, data.provider_slug])).toEqual([
      ['pipes.connected_account.connected', 'github'],
      ['pipes.connected_account.connected', 'github'],
      ['pipes.connected_account.reauthorization_needed', 'github'],
      ['pipes.connected_account.disconnected', 'github'],
    ])
  })

  test('stand in the list of providers', async () => {
    const emulator = await start({ seed })
    await call(emulator, 'POST', account, { body: { access_token: 'gho_1' } })
    const { body } = await call(emulator, 'GET', `/user_management/users/${user}/data_providers`)
    expect(body.data).toMatchObject([
      {
        slug: 'github',
        name: 'GitHub',
        connected_account: { state: 'connected', scopes: ['repo', 'user:email'] },
      },
      { slug: 'slack', name: 'slack', connected_account: null },
    ])
  })

  test.each([
    ['POST', account, {}, 422],
    ['POST', account.replace('github', 'gitlab'), { access_token: 'x' }, 404],
    ['GET', account.replace(user, 'user_none'), undefined, 404],
    ['GET', `${account}?organization_id=org_none`, undefined, 404],
  ])('refuse %s %s with %o by %i', async (method, path, body, status) => {
    const emulator = await start({ seed })
    const answer = await call(emulator, method, path, { body })
    expect(answer).toMatchObject({ status, body: { message: expect.any(String) } })
  })
})

describe('an organization’s configuration of a provider', () => {
  const path = `/organizations/${organization}/data_integration_configurations`

  test('is the environment’s until it is changed', async () => {
    const emulator = await start({ seed })
    const [github] = (await call(emulator, 'GET', path)).body.data
    expect(github).toMatchObject({
      object: 'data_integration_configuration',
      organization_id: organization,
      slug: 'github',
      enabled: true,
      scopes: ['repo', 'user:email'],
      config: {},
    })
    const body = { enabled: false, scopes: ['repo'], client_id: 'c', client_secret: 'a-secret' }
    const changed = await call(emulator, 'PUT', `${path}/github`, { body })
    expect(changed.body).toEqual({
      ...github,
      enabled: false,
      scopes: ['repo'],
      updated_at: expect.any(String),
      credentials: {
        credentials_type: 'organization',
        has_credentials: true,
        client_id: 'c',
        client_secret_last_four: 'cret',
        redirect_uri: `${emulator.url}/data-integrations/github/callback`,
      },
    })
    const [first, second] = (await call(emulator, 'GET', path)).body.data
    expect(first).toEqual(changed.body)
    expect(second).toMatchObject({ slug: 'slack', enabled: true, scopes: null })
  })

  test.each([
    ['github', {}, 400],
    ['github', { client_id: 'c' }, 400],
    ['github', { scopes: ['admin'] }, 422],
    ['gitlab', { enabled: true }, 404],
  ])('of %s is refused with %o by %i', async (slug, body, status) => {
    const emulator = await start({ seed })
    expect((await call(emulator, 'PUT', `${path}/${slug}`, { body })).status).toBe(status)
  })
})

describe('authorized applications', () => {
  test('are listed by user and by organization, and taken back', async () => {
    const emulator = await start({ seed })
    const ofUser = `/user_management/users/${user}/authorized_applications`
    const [grant] = (await call(emulator, 'GET', ofUser)).body.data
    expect(grant).toMatchObject({
      object: 'authorized_connect_application',
      id: expect.stringMatching(/^authorized_connect_app_/),
      granted_scopes: ['openid', 'profile', 'email'],
      application: { name: 'Planner', application_type: 'oauth', is_first_party: true },
    })
    const ofOrganization = `/organizations/${organization}/authorized_applications`
    expect((await call(emulator, 'GET', ofOrganization)).body.data).toEqual([
      { ...grant, user_id: user },
    ])
    const path = `${ofUser}/${grant.application.id}`
    expect((await call(emulator, 'DELETE', path)).status).toBe(204)
    expect((await call(emulator, 'DELETE', path)).status).toBe(404)
    expect((await call(emulator, 'GET', ofOrganization)).body.data).toEqual([])
  })

  test('of a seed have to be there', async () => {
    const users = [{ email: 'ada@shop.example', authorizedApplications: ['Nothing'] }]
    await expect(start({ seed: { users } })).rejects.toThrow('no application is named "Nothing"')
  })
})
