import { type baseMembershipSchema, groups } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { z } from 'zod'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import { paginate } from '../store/paginate.ts'
import type { MembershipRecord } from '../store/records.ts'
import type { GroupRecord } from '../store/resourceRecords.ts'
import { notFoundError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireMembership } from './organizationMemberships.ts'
import { requireOrganization } from './organizations.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

type InOrganization = { organization_id: string; group_id: string }

/** Groups of members: list, make, read, change and delete; add, list and remove members. */
export function serveGroups(app: Hono<AppEnv>): void {
  serve(app, groups.list, ({ environment, params, query }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    return paginate(
      environment.store.groups.filter(({ organization_id }) => organization_id === id),
      query,
    )
  })

  serve(app, groups.create, ({ environment, params, body }) => {
    const { store, clock } = environment
    return store.groups.insert({
      object: 'group',
      id: newId('group', clock.now()),
      organization_id: requireOrganization(environment, params.organization_id).id,
      name: body.name,
      description: body.description ?? null,
      ...recordedNow(clock),
    })
  })

  serve(app, groups.get, ({ environment, params }) => requireGroup(environment, params))

  serve(app, groups.update, ({ environment, params, body }) =>
    environment.store.groups.update(requireGroup(environment, params).id, {
      ...defined(body),
      updated_at: isoTime(environment.clock.now()),
    }),
  )

  serve(app, groups.delete, ({ environment, params }) => {
    const { store } = environment
    const { id } = requireGroup(environment, params)
    for (const member of store.groupMembers.filter(({ group_id }) => group_id === id)) {
      store.groupMembers.delete(member.id)
    }
    for (const grant of store.groupRoleAssignments.filter(({ group_id }) => group_id === id)) {
      store.groupRoleAssignments.delete(grant.id)
    }
    store.groups.delete(id)
  })

  serve(app, groups.listMembers, ({ environment, params, query }) => {
    const { id } = requireGroup(environment, params)
    const members = environment.store.groupMembers
      .filter(({ group_id }) => group_id === id)
      .flatMap(({ organization_membership_id }) => {
        return environment.store.memberships.get(organization_membership_id) ?? []
      })
    return listPage(members, query, (each) => presentBaseMembership(environment, each))
  })

  serve(app, groups.addMember, ({ environment, params, body }) => {
    const { store } = environment
    const group = requireGroup(environment, params)
    const membership = requireMembership(environment, body.organization_membership_id)
    if (membership.organization_id !== group.organization_id) {
      throw notFoundError('Organization membership', membership.id)
    }
    const id = memberId(group.id, membership.id)
    if (!store.groupMembers.get(id)) {
      store.groupMembers.insert({
        id,
        group_id: group.id,
        organization_membership_id: membership.id,
      })
    }
    return group
  })

  serve(app, groups.removeMember, ({ environment, params }) => {
    const group = requireGroup(environment, params)
    const membershipId = params.organization_membership_id
    const id = memberId(group.id, membershipId)
    if (!environment.store.groupMembers.get(id)) {
      throw notFoundError('Organization membership', membershipId)
    }
    environment.store.groupMembers.delete(id)
  })

  serve(app, groups.listForMembership, ({ environment, params, query }) => {
    const { store } = environment
    const membership = requireMembership(environment, params.organization_membership_id)
    const found = store.groupMembers
      .filter((member) => member.organization_membership_id === membership.id)
      .flatMap(({ group_id }) => store.groups.get(group_id) ?? [])
    return paginate(found, query)
  })
}

const memberId = (groupId: string, membershipId: string) => `${groupId}:${membershipId}`

function requireGroup({ store }: Environment, params: InOrganization): GroupRecord {
  const group = requireRecord(store.groups, { kind: 'Group', id: params.group_id })
  if (group.organization_id !== params.organization_id) {
    throw notFoundError('Group', params.group_id)
  }
  return group
}

/** A membership without its roles and its user. */
export function presentBaseMembership(
  { store }: Environment,
  { role_slugs, ...membership }: MembershipRecord,
): z.infer<typeof baseMembershipSchema> {
  const organization = store.organizations.get(membership.organization_id)
  return {
    object: 'organization_membership',
    ...membership,
    ...(organization && { organization_name: organization.name }),
  }
}
