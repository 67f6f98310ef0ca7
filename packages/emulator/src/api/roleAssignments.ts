import { type RoleAssignmentWire, roleAssignments } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { findRoleIn } from '../authorization/roles.ts'
import { recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { GroupRoleAssignmentRecord, RoleAssignmentRecord } from '../store/resourceRecords.ts'
import { notFoundError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireMembership } from './organizationMemberships.ts'
import { presentAssigned, requireResource } from './resourceSelector.ts'
import { serve } from './serve.ts'

/** Roles of memberships on resources: list, give and take. */
export function serveRoleAssignments(app: Hono<AppEnv>): void {
  serve(app, roleAssignments.list, ({ environment, params, query }) => {
    const membership = requireMembership(environment, params.organization_membership_id)
    const { resource_id, resource_external_id, resource_type_slug } = query
    const found = assignmentsOf(environment, membership.id).filter(({ resource }) => {
      return (
        (resource_id === undefined || resource.id === resource_id) &&
        (resource_external_id === undefined || resource.external_id === resource_external_id) &&
        (resource_type_slug === undefined || resource.resource_type_slug === resource_type_slug)
      )
    })
    return listPage(found, query, (each) => each)
  })

  serve(app, roleAssignments.assign, ({ environment, params, body }) => {
    const { store, clock } = environment
    const membership = requireMembership(environment, params.organization_membership_id)
    const { organization_id: organizationId } = membership
    const resource = requireResource(environment, { organizationId, selector: body })
    requireAssignable(environment, {
      organizationId,
      slug: body.role_slug,
      type: resource.resource_type_slug,
    })
    const held = findAssignment(environment, {
      organization_membership_id: membership.id,
      role_slug: body.role_slug,
      resource_id: resource.id,
    })
    const assignment =
      held ??
      store.roleAssignments.insert({
        id: newId('roleAssignment', clock.now()),
        organization_membership_id: membership.id,
        role_slug: body.role_slug,
        resource_id: resource.id,
        ...recordedNow(clock),
      })
    return presentDirect(environment, assignment)
  })

  serve(app, roleAssignments.remove, ({ environment, params, body }) => {
    const membership = requireMembership(environment, params.organization_membership_id)
    const { organization_id: organizationId } = membership
    const resource = requireResource(environment, { organizationId, selector: body })
    const held = findAssignment(environment, {
      organization_membership_id: membership.id,
      role_slug: body.role_slug,
      resource_id: resource.id,
    })
    if (!held) throw notFoundError('Role assignment', body.role_slug)
    environment.store.roleAssignments.delete(held.id)
  })

  serve(app, roleAssignments.delete, ({ environment, params }) => {
    const { store } = environment
    const held = store.roleAssignments.get(params.role_assignment_id)
    if (held?.organization_membership_id !== params.organization_membership_id) {
      throw notFoundError('Role assignment', params.role_assignment_id)
    }
    store.roleAssignments.delete(held.id)
  })
}

/** Refuses a role that is not there, or that is for another kind of resource. */
export function requireAssignable(
  environment: Environment,
  wanted: { organizationId: string; slug: string; type: string },
): void {
  const role = findRoleIn(environment, wanted)
  if (!role) throw notFoundError('Role', wanted.slug)
  if (role.resource_type_slug === wanted.type) return
  const message = `The role '${role.slug}' is for the resource type '${role.resource_type_slug}'.`
  throw plainError(422, 'invalid_role', message)
}

/** Roles on resources that a membership was given, itself and through its groups. */
export function assignmentsOf(environment: Environment, membershipId: string) {
  const { store } = environment
  const groups = store.groupMembers
    .filter((member) => member.organization_membership_id === membershipId)
    .map(({ group_id }) => group_id)
  return [
    ...store.roleAssignments
      .filter((each) => each.organization_membership_id === membershipId)
      .map((each) => presentDirect(environment, each)),
    ...store.groupRoleAssignments
      .filter(({ group_id }) => groups.includes(group_id))
      .map((grant) => presentThroughGroup(environment, grant, membershipId)),
  ]
}

function findAssignment(
  { store }: Environment,
  wanted: Pick<RoleAssignmentRecord, 'organization_membership_id' | 'role_slug' | 'resource_id'>,
): RoleAssignmentRecord | undefined {
  return store.roleAssignments.find(
    (each) =>
      each.organization_membership_id === wanted.organization_membership_id &&
      each.role_slug === wanted.role_slug &&
      each.resource_id === wanted.resource_id,
  )
}

const presentDirect = (
  environment: Environment,
  { role_slug, resource_id, ...assignment }: RoleAssignmentRecord,
): RoleAssignmentWire => ({
  object: 'role_assignment',
  ...assignment,
  role: { slug: role_slug },
  resource: presentAssigned(environment, resource_id),
  source: { type: 'direct', group_role_assignment_id: null },
})

/** The same grant is another assignment for each member: its id is made of both. */
const presentThroughGroup = (
  environment: Environment,
  grant: GroupRoleAssignmentRecord,
  membershipId: string,
): RoleAssignmentWire => ({
  object: 'role_assignment',
  id: `role_assignment_${grant.id.slice(-13)}${membershipId.slice(-13)}`,
  organization_membership_id: membershipId,
  role: { slug: grant.role_slug },
  resource: presentAssigned(environment, grant.resource_id),
  source: { type: 'group', group_role_assignment_id: grant.id },
  created_at: grant.created_at,
  updated_at: grant.updated_at,
})
