import { type Call, call } from './call.ts'

const external = {
  organizationId: 'org_1',
  resourceTypeSlug: 'project',
  externalId: 'prj/7',
}

/** Roles, permissions, resources, checks and feature flags. */
export const authorizationCalls: readonly Call[] = [
  call(
    'roles.list',
    (sdk) => sdk.authorization.listEnvironmentRoles(),
    (workos) => workos.roles.list(),
  ),
  call(
    'roles.create',
    (sdk) => sdk.authorization.createEnvironmentRole({ slug: 'admin', name: 'Admin' }),
    (workos) => workos.roles.create({ slug: 'admin', name: 'Admin' }),
  ),
  call(
    'roles.get',
    (sdk) => sdk.authorization.getEnvironmentRole('admin'),
    (workos) => workos.roles.get({ slug: 'admin' }),
  ),
  call(
    'roles.update',
    (sdk) => sdk.authorization.updateEnvironmentRole('admin', { description: 'all' }),
    (workos) => workos.roles.update({ slug: 'admin', description: 'all' }),
  ),
  call(
    'roles.setPermissions',
    (sdk) => sdk.authorization.setEnvironmentRolePermissions('admin', { permissions: ['a:b'] }),
    (workos) => workos.roles.setPermissions({ roleSlug: 'admin', permissions: ['a:b'] }),
  ),
  call(
    'roles.addPermission',
    (sdk) => sdk.authorization.addEnvironmentRolePermission('admin', { permissionSlug: 'a:b' }),
    (workos) => workos.roles.addPermission({ roleSlug: 'admin', slug: 'a:b' }),
  ),
  call(
    'organizationRoles.list',
    (sdk) => sdk.authorization.listOrganizationRoles('org_1'),
    (workos) => workos.organizationRoles.list({ organizationId: 'org_1' }),
  ),
  call(
    'organizationRoles.create',
    (sdk) => sdk.authorization.createOrganizationRole('org_1', { slug: 'org-x', name: 'X' }),
    (workos) =>
      workos.organizationRoles.create({ organizationId: 'org_1', slug: 'org-x', name: 'X' }),
  ),
  call(
    'organizationRoles.get',
    (sdk) => sdk.authorization.getOrganizationRole('org_1', 'org-x'),
    (workos) => workos.organizationRoles.get({ organizationId: 'org_1', slug: 'org-x' }),
  ),
  call(
    'organizationRoles.update',
    (sdk) => sdk.authorization.updateOrganizationRole('org_1', 'org-x', { name: 'Y' }),
    (workos) =>
      workos.organizationRoles.update({ organizationId: 'org_1', slug: 'org-x', name: 'Y' }),
  ),
  call(
    'organizationRoles.delete',
    (sdk) => sdk.authorization.deleteOrganizationRole('org_1', 'org-x'),
    (workos) => workos.organizationRoles.delete({ organizationId: 'org_1', slug: 'org-x' }),
  ),
  call(
    'organizationRoles.setPermissions',
    (sdk) =>
      sdk.authorization.setOrganizationRolePermissions('org_1', 'org-x', { permissions: ['a:b'] }),
    (workos) =>
      workos.organizationRoles.setPermissions({
        organizationId: 'org_1',
        roleSlug: 'org-x',
        permissions: ['a:b'],
      }),
  ),
  call(
    'organizationRoles.addPermission',
    (sdk) =>
      sdk.authorization.addOrganizationRolePermission('org_1', 'org-x', { permissionSlug: 'a:b' }),
    (workos) =>
      workos.organizationRoles.addPermission({
        organizationId: 'org_1',
        roleSlug: 'org-x',
        slug: 'a:b',
      }),
  ),
  call(
    'organizationRoles.removePermission',
    (sdk) =>
      sdk.authorization.removeOrganizationRolePermission('org_1', 'org-x', {
        permissionSlug: 'a:b',
      }),
    (workos) =>
      workos.organizationRoles.removePermission({
        organizationId: 'org_1',
        roleSlug: 'org-x',
        permissionSlug: 'a:b',
      }),
  ),
  call(
    'permissions.list',
    (sdk) => sdk.authorization.listPermissions({ limit: 9 }),
    (workos) => workos.permissions.list({ limit: 9 }),
  ),
  call(
    'permissions.create',
    (sdk) => sdk.authorization.createPermission({ slug: 'a:b', name: 'AB' }),
    (workos) => workos.permissions.create({ slug: 'a:b', name: 'AB' }),
  ),
  call(
    'permissions.get',
    (sdk) => sdk.authorization.getPermission('a:b'),
    (workos) => workos.permissions.get({ slug: 'a:b' }),
  ),
  call(
    'permissions.update',
    (sdk) => sdk.authorization.updatePermission('a:b', { name: 'B' }),
    (workos) => workos.permissions.update({ slug: 'a:b', name: 'B' }),
  ),
  call(
    'permissions.delete',
    (sdk) => sdk.authorization.deletePermission('a:b'),
    (workos) => workos.permissions.delete({ slug: 'a:b' }),
  ),
  call(
    'authorizationResources.list',
    (sdk) => sdk.authorization.listResources({ organizationId: 'org_1', limit: 2 }),
    (workos) => workos.authorizationResources.list({ organizationId: 'org_1', limit: 2 }),
  ),
  call(
    'authorizationResources.create',
    (sdk) =>
      sdk.authorization.createResource({
        ...external,
        name: 'Seven',
        description: 'a project',
        parentResourceId: 'authz_resource_1',
      }),
    (workos) =>
      workos.authorizationResources.create({
        ...external,
        name: 'Seven',
        description: 'a project',
        parentResourceId: 'authz_resource_1',
      }),
  ),
  call(
    'authorizationResources.get',
    (sdk) => sdk.authorization.getResource('authz_resource_1'),
    (workos) => workos.authorizationResources.get({ resourceId: 'authz_resource_1' }),
  ),
  call(
    'authorizationResources.update',
    (sdk) => sdk.authorization.updateResource({ resourceId: 'authz_resource_1', name: 'Eight' }),
    (workos) =>
      workos.authorizationResources.update({ resourceId: 'authz_resource_1', name: 'Eight' }),
  ),
  call(
    'authorizationResources.delete',
    (sdk) =>
      sdk.authorization.deleteResource({ resourceId: 'authz_resource_1', cascadeDelete: true }),
    (workos) =>
      workos.authorizationResources.delete({ resourceId: 'authz_resource_1', cascadeDelete: true }),
  ),
  call(
    'authorizationResources.getByExternalId',
    (sdk) => sdk.authorization.getResourceByExternalId(external),
    (workos) => workos.authorizationResources.getByExternalId(external),
  ),
  call(
    'authorizationResources.updateByExternalId',
    (sdk) => sdk.authorization.updateResourceByExternalId({ ...external, name: 'Nine' }),
    (workos) => workos.authorizationResources.updateByExternalId({ ...external, name: 'Nine' }),
  ),
  call(
    'authorizationResources.deleteByExternalId',
    (sdk) => sdk.authorization.deleteResourceByExternalId(external),
    (workos) => workos.authorizationResources.deleteByExternalId(external),
  ),
  call(
    'authorizationResources.listMembershipsByExternalId',
    (sdk) =>
      sdk.authorization.listMembershipsForResourceByExternalId({
        ...external,
        permissionSlug: 'a:b',
      }),
    (workos) =>
      workos.authorizationResources.listMembershipsByExternalId({
        ...external,
        permissionSlug: 'a:b',
      }),
  ),
  call(
    'authorizationResources.listMemberships',
    (sdk) =>
      sdk.authorization.listMembershipsForResource({
        resourceId: 'authz_resource_1',
        permissionSlug: 'a:b',
        assignment: 'direct',
      }),
    (workos) =>
      workos.authorizationResources.listMemberships({
        resourceId: 'authz_resource_1',
        permissionSlug: 'a:b',
        assignment: 'direct',
      }),
  ),
  call(
    'authorization.check',
    (sdk) =>
      sdk.authorization.check({
        organizationMembershipId: 'om_1',
        permissionSlug: 'a:b',
        resourceExternalId: 'prj-7',
        resourceTypeSlug: 'project',
      }),
    (workos) =>
      workos.authorization.check({
        organizationMembershipId: 'om_1',
        permissionSlug: 'a:b',
        resourceExternalId: 'prj-7',
        resourceTypeSlug: 'project',
      }),
  ),
  call(
    'authorization.listEffectivePermissions',
    (sdk) =>
      sdk.authorization.listEffectivePermissions({
        organizationMembershipId: 'om_1',
        resourceId: 'authz_resource_1',
      }),
    (workos) =>
      workos.authorization.listEffectivePermissions({
        organizationMembershipId: 'om_1',
        resourceId: 'authz_resource_1',
      }),
  ),
  call(
    'roleAssignments.list',
    (sdk) => sdk.authorization.listRoleAssignments({ organizationMembershipId: 'om_1' }),
    (workos) => workos.roleAssignments.list({ organizationMembershipId: 'om_1' }),
  ),
  call(
    'roleAssignments.assign',
    (sdk) =>
      sdk.authorization.assignRole({
        organizationMembershipId: 'om_1',
        roleSlug: 'editor',
        resourceId: 'authz_resource_1',
      }),
    (workos) =>
      workos.roleAssignments.assign({
        organizationMembershipId: 'om_1',
        roleSlug: 'editor',
        resourceId: 'authz_resource_1',
      }),
  ),
  call(
    'roleAssignments.remove',
    (sdk) =>
      sdk.authorization.removeRole({
        organizationMembershipId: 'om_1',
        roleSlug: 'editor',
        resourceId: 'authz_resource_1',
      }),
    (workos) =>
      workos.roleAssignments.remove({
        organizationMembershipId: 'om_1',
        roleSlug: 'editor',
        resourceId: 'authz_resource_1',
      }),
  ),
  call(
    'roleAssignments.delete',
    (sdk) =>
      sdk.authorization.removeRoleAssignment({
        organizationMembershipId: 'om_1',
        roleAssignmentId: 'role_assignment_1',
      }),
    (workos) =>
      workos.roleAssignments.delete({
        organizationMembershipId: 'om_1',
        roleAssignmentId: 'role_assignment_1',
      }),
  ),
]
