import { expect, test } from 'vitest'
import { claimsOf } from '../support/api.ts'
import { ada, bank, halcyon, northwind, startWithSdk, told } from '../support/sdk.ts'

test('roles and permissions of the environment end in tokens', async () => {
  const { emulator, workos } = await startWithSdk()
  const { authorization } = workos
  await authorization.createPermission({ slug: 'reports:export', name: 'Export reports' })
  await expect(
    authorization.createPermission({ slug: 'reports:export', name: 'Again' }),
  ).rejects.toMatchObject({ status: 409 })
  const renamed = await authorization.updatePermission('reports:export', { name: 'Export' })
  expect(await authorization.getPermission('reports:export')).toEqual(renamed)
  expect((await authorization.listPermissions({ limit: 1 })).data).toEqual([renamed])

  const role = await authorization.createEnvironmentRole({ slug: 'auditor', name: 'Auditor' })
  expect(role).toMatchObject({ type: 'EnvironmentRole', permissions: [] })
  await authorization.setEnvironmentRolePermissions('auditor', { permissions: ['projects:read'] })
  const full = await authorization.addEnvironmentRolePermission('auditor', {
    permissionSlug: 'reports:export',
  })
  expect(full.permissions).toEqual(['projects:read', 'reports:export'])
  await authorization.updateEnvironmentRole('auditor', { description: 'Looks closely' })
  expect(await authorization.getEnvironmentRole('auditor')).toMatchObject({
    description: 'Looks closely',
  })
  expect((await authorization.listEnvironmentRoles()).data.map(({ slug }) => slug)).toContain(
    'auditor',
  )

  const { data } = await workos.userManagement.listOrganizationMemberships({ userId: ada })
  await workos.userManagement.updateOrganizationMembership(data[0]?.id ?? '', {
    roleSlug: 'auditor',
  })
  const { access_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
  expect(claimsOf(access_token)).toMatchObject({
    role: 'auditor',
    permissions: ['projects:read', 'reports:export'],
  })
  await authorization.deletePermission('reports:export')
  expect((await authorization.getEnvironmentRole('auditor')).permissions).toEqual(['projects:read'])
  expect(told(emulator)).toEqual([
    'permission.created',
    'permission.updated',
    'role.created',
    'role.updated',
    'role.updated',
    'role.updated',
    'organization_membership.updated',
    'session.created',
    'role.updated',
    'permission.deleted',
  ])
})

test('roles of one organization', async () => {
  const { workos } = await startWithSdk()
  const { authorization } = workos
  const role = await authorization.createOrganizationRole(northwind, {
    slug: 'org-dispatcher',
    name: 'Dispatcher',
  })
  expect(role.type).toBe('OrganizationRole')
  await expect(
    authorization.createOrganizationRole(northwind, { slug: 'org-dispatcher', name: 'Again' }),
  ).rejects.toMatchObject({ status: 409 })
  await authorization.setOrganizationRolePermissions(northwind, 'org-dispatcher', {
    permissions: ['projects:read'],
  })
  await authorization.addOrganizationRolePermission(northwind, 'org-dispatcher', {
    permissionSlug: 'projects:write',
  })
  await authorization.removeOrganizationRolePermission(northwind, 'org-dispatcher', {
    permissionSlug: 'projects:read',
  })
  await authorization.updateOrganizationRole(northwind, 'org-dispatcher', { name: 'Dispatch' })
  expect(await authorization.getOrganizationRole(northwind, 'org-dispatcher')).toMatchObject({
    name: 'Dispatch',
    permissions: ['projects:write'],
  })
  const slugs = async (organization: string) =>
    (await authorization.listOrganizationRoles(organization)).data.map(({ slug }) => slug)
  expect(await slugs(northwind)).toContain('org-dispatcher')
  expect(await slugs(halcyon)).not.toContain('org-dispatcher')

  const { data } = await workos.userManagement.listOrganizationMemberships({ userId: ada })
  const id = data[0]?.id ?? ''
  await workos.userManagement.updateOrganizationMembership(id, { roleSlug: 'org-dispatcher' })
  await expect(
    authorization.deleteOrganizationRole(northwind, 'org-dispatcher'),
  ).rejects.toMatchObject({ status: 409, code: 'role_has_assignments' })
  await workos.userManagement.updateOrganizationMembership(id, { roleSlug: 'admin' })
  await authorization.deleteOrganizationRole(northwind, 'org-dispatcher')
  expect(await slugs(northwind)).not.toContain('org-dispatcher')
})

test('resources: roles on one count on all that lies in it, for members and groups', async () => {
  const { workos } = await startWithSdk()
  const { authorization } = workos
  const resourceTypeSlug = 'project'
  await authorization.createPermission({ slug: 'deploy', name: 'Deploy', resourceTypeSlug })
  await authorization.createEnvironmentRole({
    slug: 'deployer',
    name: 'Deployer',
    resourceTypeSlug,
  })
  await authorization.setEnvironmentRolePermissions('deployer', { permissions: ['deploy'] })
  const organizationId = northwind
  const parent = await authorization.createResource({
    organizationId,
    resourceTypeSlug,
    externalId: 'atlas',
    name: 'Atlas',
  })
  const child = await authorization.createResource({
    organizationId,
    resourceTypeSlug,
    externalId: 'atlas-web',
    name: 'Atlas web',
    parentResourceId: parent.id,
  })
  const { data } = await workos.userManagement.listOrganizationMemberships({ organizationId })
  const [one, two] = data.map(({ id }) => id)
  if (!one || !two) throw new Error('Northwind has members.')
  const may = async (organizationMembershipId: string, resourceId: string) =>
    (
      await authorization.check({
        organizationMembershipId,
        permissionSlug: 'deploy',
        resourceId,
      })
    ).authorized
  expect(await may(one, child.id)).toBe(false)

  const assigned = await authorization.assignRole({
    organizationMembershipId: one,
    roleSlug: 'deployer',
    resourceId: parent.id,
  })
  expect(assigned).toMatchObject({ role: { slug: 'deployer' }, resource: { externalId: 'atlas' } })
  expect([await may(one, parent.id), await may(one, child.id), await may(two, child.id)]).toEqual([
    true,
    true,
    false,
  ])
  const resources = await authorization.listResourcesForMembership({
    organizationMembershipId: one,
    permissionSlug: 'deploy',
    parentResourceId: parent.id,
  })
  expect(resources.data).toEqual([child])
  const permissions = await authorization.listEffectivePermissions({
    organizationMembershipId: one,
    resourceId: child.id,
  })
  expect(permissions.data.map(({ slug }) => slug)).toEqual(['deploy'])
  const direct = await authorization.listMembershipsForResource({
    resourceId: child.id,
    permissionSlug: 'deploy',
    assignment: 'direct',
  })
  expect(direct.data).toEqual([])

  const group = await workos.groups.createGroup({ organizationId, name: 'Deployers' })
  await workos.groups.addOrganizationMembership({
    organizationId,
    groupId: group.id,
    organizationMembershipId: two,
  })
  const grant = await authorization.createGroupRoleAssignment({
    groupId: group.id,
    roleSlug: 'deployer',
    resourceId: child.id,
  })
  expect([await may(two, child.id), await may(two, parent.id)]).toEqual([true, false])
  const assignments = await authorization.listRoleAssignments({ organizationMembershipId: two })
  expect(assignments.data).toMatchObject([
    { source: { type: 'group', groupRoleAssignmentId: grant.id } },
  ])
  await authorization.removeGroupRoleAssignment({
    groupId: group.id,
    roleAssignmentId: grant.id,
  })
  expect(await may(two, child.id)).toBe(false)

  await expect(authorization.deleteResource({ resourceId: parent.id })).rejects.toMatchObject({
    status: 409,
  })
  await authorization.deleteResource({ resourceId: parent.id, cascadeDelete: true })
  await expect(authorization.getResource(child.id)).rejects.toMatchObject({ status: 404 })
})

test('feature flags end in tokens at the next refresh', async () => {
  const { emulator, workos } = await startWithSdk()
  const flagsIn = async () => {
    const { access_token } = await emulator.mintSession({ email: 'elif@halcyon.example' })
    return claimsOf(access_token).feature_flags
  }
  const { featureFlags } = workos
  expect(await flagsIn()).toBeUndefined()
  await featureFlags.addFlagTarget({ slug: 'new-navigation', targetId: halcyon })
  expect(await flagsIn()).toBeUndefined()
  expect(await featureFlags.enableFeatureFlag('new-navigation')).toMatchObject({ enabled: true })
  expect(await flagsIn()).toEqual(['new-navigation'])
  const list = await featureFlags.listOrganizationFeatureFlags({ organizationId: halcyon })
  expect(list.data.map(({ slug }) => slug)).toEqual(['new-navigation'])
  const ofAda = await featureFlags.listUserFeatureFlags({ userId: ada })
  expect(ofAda.data).toEqual([])
  const ofBank = await featureFlags.listOrganizationFeatureFlags({ organizationId: bank })
  expect(ofBank.data.map(({ slug }) => slug)).toEqual(['advanced-reports'])
  await featureFlags.removeFlagTarget({ slug: 'new-navigation', targetId: halcyon })
  expect(await flagsIn()).toBeUndefined()
  await featureFlags.disableFeatureFlag('new-navigation')
  expect(await featureFlags.getFeatureFlag('new-navigation')).toMatchObject({ enabled: false })
  expect((await featureFlags.listFeatureFlags()).data).toHaveLength(2)
  await expect(
    featureFlags.addFlagTarget({ slug: 'new-navigation', targetId: 'team_1' }),
  ).rejects.toMatchObject({ status: 400 })
  expect(told(emulator).filter((event) => event.startsWith('flag.'))).toEqual([
    'flag.rule_updated',
    'flag.updated',
    'flag.rule_updated',
    'flag.updated',
  ])
})

test('API keys: the value once, validated until they expire', async () => {
  const { emulator, workos } = await startWithSdk()
  const { value, ...key } = await workos.apiKeys.createOrganizationApiKey({
    organizationId: northwind,
    name: 'Production',
    permissions: ['projects:read'],
  })
  expect(key.obfuscatedValue).toBe(`sk_...${value.slice(-4)}`)
  const validate = async () => (await workos.apiKeys.createValidation({ value })).apiKey
  expect(await validate()).toMatchObject({ id: key.id, permissions: ['projects:read'] })
  const listed = await workos.apiKeys.listOrganizationApiKeys({ organizationId: northwind })
  expect(listed.data[0]).toMatchObject({ id: key.id, lastUsedAt: expect.any(String) })
  expect(JSON.stringify(listed.data)).not.toContain(value)
  expect((await workos.apiKeys.createValidation({ value: 'sk_made_up' })).apiKey).toBeNull()

  const short = await workos.userManagement.createUserApiKey(ada, {
    organizationId: northwind,
    name: 'Laptop',
    expiresAt: new Date(Date.now() + 60_000),
  })
  const own = (await workos.userManagement.listUserApiKeys(ada)).data
  expect(own).toMatchObject([{ id: short.id, name: 'Laptop', owner: { id: ada } }])
  emulator.clock.advance({ seconds: 61 })
  expect((await workos.apiKeys.createValidation({ value: short.value })).apiKey).toBeNull()
  await workos.apiKeys.deleteApiKey(key.id)
  expect(await validate()).toBeNull()
  expect(told(emulator)).toEqual(['api_key.created', 'api_key.created', 'api_key.revoked'])
})

test('a widget token needs a role that holds the permission', async () => {
  const { workos } = await startWithSdk()
  const wish = {
    organizationId: northwind,
    userId: ada,
    scopes: ['widgets:users-table:manage' as const],
  }
  await expect(workos.widgets.createToken(wish)).rejects.toMatchObject({ status: 422 })
  await workos.authorization.createPermission({
    slug: 'widgets:users-table:manage',
    name: 'Manage people',
  })
  await workos.authorization.addEnvironmentRolePermission('admin', {
    permissionSlug: 'widgets:users-table:manage',
  })
  const { token } = await workos.widgets.createToken(wish)
  expect(claimsOf(token)).toMatchObject({
    sub: ada,
    org_id: northwind,
    permissions: ['widgets:users-table:manage'],
  })
})
