import { type GroupRoleAssignmentWire, groupRoleAssignments } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { GroupRecord, GroupRoleAssignmentRecord } from '../store/resourceRecords.ts'
import { notFoundError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireRecord } from './requireRecord.ts'
import { presentAssigned, type ResourceSelector, requireResource } from './resourceSelector.ts'
import { requireAssignable } from './roleAssignments.ts'
import { serve } from './serve.ts'

type Wish = ResourceSelector & { role_slug: string }
type Grant = Pick<GroupRoleAssignmentRecord, 'group_id' | 'role_slug' | 'resource_id'>

/** Roles of groups on resources: list, give, replace, read and take. */
export function serveGroupRoleAssignments(app: Hono<AppEnv>): void {
  serve(app, groupRoleAssignments.list, ({ environment, params, query }) => {
    const group = requireGroup(environment, params.group_id)
    return listPage(grantsOf(environment, group), query, (each) => present(environment, each))
  })

  serve(app, groupRoleAssignments.create, ({ environment, params, body }) => {
    const grant = grantFor(environment, requireGroup(environment, params.group_id), body)
    if (findGrant(environment, grant)) {
      const message = 'The group has the role on the resource already.'
      throw plainError(409, 'duplicate_group_role_assignment', message)
    }
    return present(environment, give(environment, grant))
  })

  serve(app, groupRoleAssignments.replace, ({ environment, params, body }) => {
    const group = requireGroup(environment, params.group_id)
    const wanted = body.role_assignments.map((wish) => grantFor(environment, group, wish))
    for (const held of grantsOf(environment, group)) {
      if (!wanted.some((grant) => isSame(grant, held))) {
        environment.store.groupRoleAssignments.delete(held.id)
      }
    }
    for (const grant of wanted) if (!findGrant(environment, grant)) give(environment, grant)
    const query = { limit: 100 }
    return listPage(grantsOf(environment, group), query, (each) => present(environment, each))
  })

  serve(app, groupRoleAssignments.remove, ({ environment, params, body }) => {
    const group = requireGroup(environment, params.group_id)
    const held = findGrant(environment, grantFor(environment, group, body))
    if (!held) throw notFoundError('Group role assignment', body.role_slug)
    environment.store.groupRoleAssignments.delete(held.id)
  })

  serve(app, groupRoleAssignments.get, ({ environment, params }) =>
    present(environment, requireGrant(environment, params)),
  )

  serve(app, groupRoleAssignments.delete, ({ environment, params }) => {
    environment.store.groupRoleAssignments.delete(requireGrant(environment, params).id)
  })
}

const requireGroup = ({ store }: Environment, id: string): GroupRecord =>
  requireRecord(store.groups, { kind: 'Group', id })

function requireGrant(
  { store }: Environment,
  params: { group_id: string; role_assignment_id: string },
): GroupRoleAssignmentRecord {
  const grant = store.groupRoleAssignments.get(params.role_assignment_id)
  if (grant?.group_id === params.group_id) return grant
  throw notFoundError('Group role assignment', params.role_assignment_id)
}

const grantsOf = ({ store }: Environment, { id }: GroupRecord): GroupRoleAssignmentRecord[] =>
  store.groupRoleAssignments.filter(({ group_id }) => group_id === id)

/** What a request wants to be given; on the organization, when it names no resource. */
function grantFor(environment: Environment, group: GroupRecord, wish: Wish): Grant {
  const { organization_id: organizationId } = group
  const named = wish.resource_id ?? wish.resource_external_id
  const selector = named === undefined ? { resource_id: organizationId } : wish
  const resource = requireResource(environment, { organizationId, selector })
  requireAssignable(environment, {
    organizationId,
    slug: wish.role_slug,
    type: resource.resource_type_slug,
  })
  return { group_id: group.id, role_slug: wish.role_slug, resource_id: resource.id }
}

const isSame = (one: Grant, other: Grant): boolean =>
  one.group_id === other.group_id &&
  one.role_slug === other.role_slug &&
  one.resource_id === other.resource_id

const findGrant = ({ store }: Environment, grant: Grant): GroupRoleAssignmentRecord | undefined =>
  store.groupRoleAssignments.find((each) => isSame(each, grant))

const give = ({ store, clock }: Environment, grant: Grant): GroupRoleAssignmentRecord =>
  store.groupRoleAssignments.insert({
    id: newId('groupRoleAssignment', clock.now()),
    ...grant,
    ...recordedNow(clock),
  })

const present = (
  environment: Environment,
  { role_slug, resource_id, ...grant }: GroupRoleAssignmentRecord,
): GroupRoleAssignmentWire => ({
  object: 'group_role_assignment',
  ...grant,
  role: { slug: role_slug },
  resource: presentAssigned(environment, resource_id),
})
