import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { withPassword } from '../support/grants.ts'
import { ada, northwind } from '../support/sdk.ts'
import { start } from '../support/start.ts'

const email = 'new@home.example'

test('ids begin as WorkOS documents them, and end in a ULID', async () => {
  const emulator = await start()
  const post = async (path: string, body: Record<string, unknown> = {}) =>
    (await call(emulator, 'POST', path, { body })).body
  const first = async (path: string) => (await call(emulator, 'GET', path)).body.data[0]

  const user = await post('/user_management/users', { email })
  const organization = await post('/organizations', { name: 'New' })
  const organizationId = organization.id
  const membership = await post('/user_management/organization_memberships', {
    user_id: user.id,
    organization_id: organizationId,
  })
  const group = await post(`/organizations/${organizationId}/groups`, { name: 'All' })
  const resource = await post('/authorization/resources', {
    organization_id: organizationId,
    resource_type_slug: 'project',
    external_id: 'one',
    name: 'One',
  })
  const role = await post('/authorization/roles', {
    slug: 'keeper',
    name: 'Keeper',
    resource_type_slug: 'project',
  })
  const held = { role_slug: 'keeper', resource_id: resource.id }
  const enrolled = await post(`/user_management/users/${user.id}/auth_factors`, {
    type: 'totp',
    totp_issuer: 'Us',
    totp_user: email,
  })
  await withPassword(emulator, 'ada@northwind.example')
  emulator.radar.suspect({ email: 'ada@northwind.example', challenge: 'email' })
  const challenged = await withPassword(emulator, 'ada@northwind.example')
  const unverified = await withPassword(emulator, 'lena@home.example')

  const ids: [prefix: string, id: string][] = [
    ['user', user.id],
    ['org', organizationId],
    ['om', membership.id],
    ['group', group.id],
    ['authz_resource', resource.id],
    ['role', role.id],
    ['perm', (await post('/authorization/permissions', { slug: 'keep', name: 'Keep' })).id],
    [
      'role_assignment',
      (
        await post(
          `/authorization/organization_memberships/${membership.id}/role_assignments`,
          held,
        )
      ).id,
    ],
    ['gra', (await post(`/authorization/groups/${group.id}/role_assignments`, held)).id],
    [
      'org_domain',
      (
        await post('/organization_domains', {
          organization_id: organizationId,
          domain: 'new.example',
        })
      ).id,
    ],
    ['invitation', (await post('/user_management/invitations', { email: 'i@home.example' })).id],
    ['session', (await first(`/user_management/users/${ada}/sessions`)).id],
    ['magic_auth', (await post('/user_management/magic_auth', { email })).id],
    ['password_reset', (await post('/user_management/password_reset', { email })).id],
    ['email_verification', unverified.body.email_verification_id],
    ['radar_challenge', challenged.body.radar_challenge_id],
    ['auth_factor', enrolled.authentication_factor.id],
    ['auth_challenge', enrolled.authentication_challenge.id],
    [
      'directory_user',
      (await first('/directory_users?directory=directory_01JNORTHWINDDIR0000000000')).id,
    ],
    [
      'directory_group',
      (await first('/directory_groups?directory=directory_01JNORTHWINDDIR0000000000')).id,
    ],
    ['event', (await first('/events?events=user.created')).id],
    ['flag', (await first('/feature-flags')).id],
    ['api_key', (await post(`/organizations/${northwind}/api_keys`, { name: 'Key' })).id],
    [
      'we',
      (
        await post('/webhook_endpoints', {
          endpoint_url: 'https://app.example/hook',
          events: ['user.created'],
        })
      ).id,
    ],
    [
      'cors_origin',
      (await post('/user_management/cors_origins', { origin: 'https://a.example' })).id,
    ],
    ['redir', (await post('/user_management/redirect_uris', { uri: 'https://a.example/in' })).id],
    [
      'audit_log_export',
      (
        await post('/audit_logs/exports', {
          organization_id: northwind,
          range_start: '2026-01-01T00:00:00.000Z',
          range_end: '2026-02-01T00:00:00.000Z',
        })
      ).id,
    ],
  ]
  for (const [prefix, id] of ids) expect(id).toMatch(new RegExp(`^${prefix}_[0-9A-Z]{26}$`))
})
