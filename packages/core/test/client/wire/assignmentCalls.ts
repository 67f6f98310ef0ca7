import { type Call, call } from './call.ts'

const group = { groupId: 'group_1' }
const assignment = { ...group, roleAssignmentId: 'gra_1' }
const onProject = {
  roleSlug: 'editor',
  resourceExternalId: 'prj/7',
  resourceTypeSlug: 'project',
}
const external = { resourceTypeSlug: 'project', externalId: 'prj/7' }

/** Roles of groups, and who may do what on a resource. */
export const assignmentCalls: readonly Call[] = [
  call(
    'groupRoleAssignments.list',
    (sdk) => sdk.authorization.listGroupRoleAssignments({ ...group, limit: 2 }),
    (workos) => workos.groupRoleAssignments.list({ ...group, limit: 2 }),
  ),
  call(
    'groupRoleAssignments.create',
    (sdk) => sdk.authorization.createGroupRoleAssignment({ ...group, ...onProject }),
    (workos) => workos.groupRoleAssignments.create({ ...group, ...onProject }),
  ),
  call(
    'groupRoleAssignments.replace',
    (sdk) =>
      sdk.authorization.replaceGroupRoleAssignments({
        ...group,
        roleAssignments: [
          onProject,
          { roleSlug: 'viewer', resourceId: 'authz_resource_1' },
          { roleSlug: 'member' },
        ],
      }),
    (workos) =>
      workos.groupRoleAssignments.replace({
        ...group,
        roleAssignments: [
          onProject,
          { roleSlug: 'viewer', resourceId: 'authz_resource_1' },
          { roleSlug: 'member' },
        ],
      }),
  ),
  call(
    'groupRoleAssignments.remove',
    (sdk) => sdk.authorization.removeGroupRoleAssignments({ ...group, roleSlug: 'member' }),
    (workos) => workos.groupRoleAssignments.remove({ ...group, roleSlug: 'member' }),
  ),
  call(
    'groupRoleAssignments.get',
    (sdk) => sdk.authorization.getGroupRoleAssignment(assignment),
    (workos) => workos.groupRoleAssignments.get(assignment),
  ),
  call(
    'groupRoleAssignments.delete',
    (sdk) => sdk.authorization.removeGroupRoleAssignment(assignment),
    (workos) => workos.groupRoleAssignments.delete(assignment),
  ),
  call(
    'authorizationResources.listRoleAssignments',
    (sdk) =>
      sdk.authorization.listRoleAssignmentsForResource({
        resourceId: 'authz_resource_1',
        roleSlug: 'editor',
      }),
    (workos) =>
      workos.authorizationResources.listRoleAssignments({
        resourceId: 'authz_resource_1',
        roleSlug: 'editor',
      }),
  ),
  call(
    'authorizationResources.listRoleAssignmentsByExternalId',
    (sdk) =>
      sdk.authorization.listResourceRoleAssignments({
        ...external,
        organizationId: 'org_1',
        roleSlug: 'editor',
      }),
    (workos) =>
      workos.authorizationResources.listRoleAssignmentsByExternalId({
        ...external,
        organizationId: 'org_1',
        roleSlug: 'editor',
      }),
  ),
  call(
    'authorization.listResources',
    (sdk) =>
      sdk.authorization.listResourcesForMembership({
        organizationMembershipId: 'om_1',
        permissionSlug: 'a:b',
        parentResourceTypeSlug: 'workspace',
        parentResourceExternalId: 'ws/7',
      }),
    (workos) =>
      workos.authorization.listResources({
        organizationMembershipId: 'om_1',
        permissionSlug: 'a:b',
        parentResourceTypeSlug: 'workspace',
        parentResourceExternalId: 'ws/7',
      }),
  ),
  call(
    'authorization.listEffectivePermissionsByExternalId',
    (sdk) =>
      sdk.authorization.listEffectivePermissionsByExternalId({
        ...external,
        organizationMembershipId: 'om_1',
        limit: 9,
      }),
    (workos) =>
      workos.authorization.listEffectivePermissionsByExternalId({
        ...external,
        organizationMembershipId: 'om_1',
        limit: 9,
      }),
  ),
]
