import { expect, test } from 'vitest'
import { halcyon, northwind, startWithSdk, told } from '../support/sdk.ts'

test('organizations: made once per key, found, changed, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const wish = { name: 'Acme', externalId: 'acme-1', metadata: { tier: 'gold' } }
  const made = await workos.organizations.createOrganization(wish, { idempotencyKey: 'once' })
  const again = await workos.organizations.createOrganization(wish, { idempotencyKey: 'once' })
  expect(again).toEqual(made)
  expect(await workos.organizations.getOrganization(made.id)).toEqual(made)
  expect(await workos.organizations.getOrganizationByExternalId('acme-1')).toEqual(made)
  const changed = await workos.organizations.updateOrganization({
    organization: made.id,
    name: 'Acme Ltd',
    metadata: { tier: 'gold', region: 'eu' },
  })
  expect(changed).toMatchObject({ name: 'Acme Ltd', metadata: { tier: 'gold', region: 'eu' } })
  const { data } = await workos.organizations.listOrganizations({
    domains: ['northwind.example', 'halcyon.example'],
    order: 'asc',
  })
  expect(data.map(({ id }) => id)).toEqual([northwind, halcyon])
  await workos.organizations.deleteOrganization(made.id)
  await expect(workos.organizations.getOrganization(made.id)).rejects.toThrow('not found')
  expect(told(emulator)).toEqual([
    'organization.created',
    'organization.updated',
    'organization.deleted',
  ])
})

test('domains: added, verified once, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const domains = workos.organizationDomains
  const added = await domains.createOrganizationDomain({
    organizationId: northwind,
    domain: 'freight.example',
  })
  expect(added).toMatchObject({ state: 'pending', verificationStrategy: 'dns' })
  await expect(
    domains.createOrganizationDomain({ organizationId: halcyon, domain: 'freight.example' }),
  ).rejects.toMatchObject({ status: 409, code: 'domain_already_exists' })
  const verified = await domains.verifyOrganizationDomain(added.id)
  expect(verified.state).toBe('verified')
  expect(await domains.getOrganizationDomain(added.id)).toEqual(verified)
  await expect(domains.verifyOrganizationDomain(added.id)).rejects.toMatchObject({
    status: 400,
  })
  await domains.deleteOrganizationDomain(added.id)
  await expect(domains.getOrganizationDomain(added.id)).rejects.toMatchObject({ status: 404 })
  expect(told(emulator)).toEqual([
    'organization_domain.created',
    'organization_domain.verified',
    'organization_domain.deleted',
  ])
})

test('groups: made, filled, read from both sides, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const organizationId = northwind
  const group = await workos.groups.createGroup({ organizationId, name: 'Pilots' })
  expect(group.description).toBeNull()
  const [membership] = (await workos.userManagement.listOrganizationMemberships({ organizationId }))
    .data
  if (!membership) throw new Error('Northwind has members.')
  const where = { organizationId, groupId: group.id }
  const added = { ...where, organizationMembershipId: membership.id }
  await workos.groups.addOrganizationMembership(added)
  await workos.groups.addOrganizationMembership(added)
  const members = await workos.groups.listOrganizationMemberships(where)
  expect(members.data.map(({ id }) => id)).toEqual([membership.id])
  const of = await workos.userManagement.listGroupsForOrganizationMembership({
    organizationMembershipId: membership.id,
  })
  expect(of.data.map(({ name }) => name)).toContain('Pilots')
  const renamed = await workos.groups.updateGroup({ ...where, name: 'Captains' })
  expect(renamed.name).toBe('Captains')
  expect(await workos.groups.getGroup(where)).toEqual(renamed)
  await expect(
    workos.groups.getGroup({ organizationId: halcyon, groupId: group.id }),
  ).rejects.toMatchObject({ status: 404 })
  await workos.groups.removeOrganizationMembership(added)
  await workos.groups.deleteGroup(where)
  const { data } = await workos.groups.listGroups({ organizationId })
  expect(data.map(({ name }) => name)).toEqual(['Dispatch'])
  expect(told(emulator)).toEqual([
    'group.created',
    'group.member_added',
    'group.updated',
    'group.member_removed',
    'group.deleted',
  ])
})

test('a link to the Admin Portal leads to a page, for five minutes', async () => {
  const { emulator, workos } = await startWithSdk()
  const { link } = await workos.adminPortal.generateLink({
    organization: northwind,
    intent: 'sso',
    returnUrl: 'https://app.example/settings',
  })
  const page = await fetch(link)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Northwind Freight')
  emulator.clock.advance({ seconds: 301 })
  expect((await fetch(link)).status).toBe(400)
})
