import { expect, test } from 'vitest'
import { northwind, startWithSdk } from '../support/sdk.ts'

const organizationId = northwind
const resourceTypeSlug = 'project'
const atlas = { organizationId, resourceTypeSlug, externalId: 'atlas' }

async function startWithAtlas() {
  const { emulator, workos } = await startWithSdk()
  const { authorization } = workos
  await authorization.createPermission({ slug: 'deploy', name: 'Deploy', resourceTypeSlug })
  for (const slug of ['deployer', 'observer']) {
    await authorization.createEnvironmentRole({ slug, name: slug, resourceTypeSlug })
  }
  await authorization.setEnvironmentRolePermissions('deployer', { permissions: ['deploy'] })
  const resource = await authorization.createResource({ ...atlas, name: 'Atlas' })
  const { data } = await workos.userManagement.listOrganizationMemberships({ organizationId })
  const [membership] = data
  if (!membership) throw new Error('Northwind has members.')
  return { emulator, workos, authorization, resource, membership: membership.id }
}

test('resources by the product’s own ids', async () => {
  const { authorization, resource } = await startWithAtlas()
  expect(await authorization.getResourceByExternalId(atlas)).toEqual(resource)
  expect(
    await authorization.updateResourceByExternalId({ ...atlas, name: 'Atlas 2' }),
  ).toMatchObject({ id: resource.id, name: 'Atlas 2' })
  const described = await authorization.updateResource({
    resourceId: resource.id,
    description: 'A map',
  })
  expect(described).toMatchObject({ name: 'Atlas 2', description: 'A map' })
  expect((await authorization.listResources({ organizationId })).data).toEqual([described])
  await authorization.deleteResourceByExternalId(atlas)
  await expect(authorization.getResourceByExternalId(atlas)).rejects.toMatchObject({ status: 404 })
})

test('roles on a resource, seen from the resource and taken back either way', async () => {
  const { authorization, resource, membership } = await startWithAtlas()
  const assign = (roleSlug: string) =>
    authorization.assignRole({
      organizationMembershipId: membership,
      roleSlug,
      resourceId: resource.id,
    })
  const [deployer, observer] = [await assign('deployer'), await assign('observer')]
  const onIt = async () =>
    (await authorization.listRoleAssignmentsForResource({ resourceId: resource.id })).data.map(
      ({ id }) => id,
    )
  expect((await onIt()).toSorted()).toEqual([deployer.id, observer.id].toSorted())
  const named = await authorization.listResourceRoleAssignments({ ...atlas, roleSlug: 'observer' })
  expect(named.data).toEqual([observer])
  const who = await authorization.listMembershipsForResourceByExternalId({
    ...atlas,
    permissionSlug: 'deploy',
  })
  expect(who.data.map(({ id }) => id)).toEqual([membership])
  const permissions = await authorization.listEffectivePermissionsByExternalId({
    organizationMembershipId: membership,
    resourceTypeSlug,
    externalId: 'atlas',
  })
  expect(permissions.data.map(({ slug }) => slug)).toEqual(['deploy'])
  await authorization.removeRole({
    organizationMembershipId: membership,
    roleSlug: 'deployer',
    resourceId: resource.id,
  })
  expect(await onIt()).toEqual([observer.id])
  await authorization.removeRoleAssignment({
    organizationMembershipId: membership,
    roleAssignmentId: observer.id,
  })
  expect(await onIt()).toEqual([])
})

test('roles of groups: granted, read, replaced, removed', async () => {
  const { workos, authorization, resource } = await startWithAtlas()
  const { id: groupId } = await workos.groups.createGroup({ organizationId, name: 'Crew' })
  const grant = await authorization.createGroupRoleAssignment({
    groupId,
    roleSlug: 'deployer',
    resourceId: resource.id,
  })
  expect(
    await authorization.getGroupRoleAssignment({ groupId, roleAssignmentId: grant.id }),
  ).toEqual(grant)
  expect((await authorization.listGroupRoleAssignments({ groupId })).data).toEqual([grant])
  const replaced = await authorization.replaceGroupRoleAssignments({
    groupId,
    roleAssignments: [{ roleSlug: 'observer', resourceExternalId: 'atlas', resourceTypeSlug }],
  })
  expect(replaced.data).toMatchObject([{ role: { slug: 'observer' } }])
  await authorization.removeGroupRoleAssignments({
    groupId,
    roleSlug: 'observer',
    resourceId: resource.id,
  })
  expect((await authorization.listGroupRoleAssignments({ groupId })).data).toEqual([])
})
