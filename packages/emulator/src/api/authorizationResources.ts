import { authorizationResources } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { presentUser } from '../authentication/user.ts'
import { effectivePermissions } from '../authorization/access.ts'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import type { AuthorizationResourceRecord } from '../store/resourceRecords.ts'
import { notFoundError, plainError } from './apiError.ts'
import { presentBaseMembership } from './groups.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { requireRecord } from './requireRecord.ts'
import { requireResource } from './resourceSelector.ts'
import { assignmentsOf } from './roleAssignments.ts'
import { type ApiRequest, serve } from './serve.ts'

type ByExternalId = {
  organization_id: string
  resource_type_slug: string
  external_id: string
}

type ParentChoice = {
  parent_resource_id?: string | null | undefined
  parent_resource_external_id?: string | undefined
  parent_resource_type_slug?: string | undefined
}

/** Resources of fine-grained authorization, by WorkOS's id and by the product's own. */
export function serveAuthorizationResources(app: Hono<AppEnv>): void {
  serve(app, authorizationResources.list, ({ environment, query }) => {
    const { organization_id, resource_type_slug, resource_external_id } = query
    if (organization_id === undefined && resource_type_slug === undefined) {
      throw plainError(
        422,
        'missing_organization_id_or_resource_type_slug',
        'Either organization_id or resource_type_slug is required.',
      )
    }
    const { store } = environment
    const found = store.authorizationResources.filter((resource) => {
      const parent = store.authorizationResources.get(resource.parent_resource_id ?? '')
      return (
        (organization_id === undefined || resource.organization_id === organization_id) &&
        (resource_type_slug === undefined || resource.resource_type_slug === resource_type_slug) &&
        (resource_external_id === undefined || resource.external_id === resource_external_id) &&
        (query.parent_resource_id === undefined || parent?.id === query.parent_resource_id) &&
        (query.parent_resource_type_slug === undefined ||
          parent?.resource_type_slug === query.parent_resource_type_slug) &&
        (query.parent_external_id === undefined || parent?.external_id === query.parent_external_id)
      )
    })
    return listPage(found, query, (each) => each)
  })

  serve(app, authorizationResources.create, ({ environment, body }) => {
    const { store, clock } = environment
    const { id: organization_id } = requireOrganization(environment, body.organization_id)
    const { resource_type_slug, external_id } = body
    if (findByExternalId(environment, { organization_id, resource_type_slug, external_id })) {
      throw plainError(
        409,
        'authorization_resource_external_id_conflict',
        `There is a resource '${external_id}' of this type already.`,
      )
    }
    return store.authorizationResources.insert({
      object: 'authorization_resource',
      id: newId('authorizationResource', clock.now()),
      external_id,
      name: body.name,
      description: body.description ?? null,
      resource_type_slug,
      organization_id,
      parent_resource_id: parentOf(environment, organization_id, body) ?? null,
      ...recordedNow(clock),
    })
  })

  const idOf = ({
    environment,
    params,
  }: {
    environment: Environment
    params: { resource_id: string }
  }) =>
    requireRecord(environment.store.authorizationResources, {
      kind: 'Authorization resource',
      id: params.resource_id,
    })
  serve(app, authorizationResources.get, (request) => idOf(request))
  serve(app, authorizationResources.update, (request) =>
    change(request.environment, idOf(request), request.body),
  )
  serve(app, authorizationResources.delete, (request) =>
    deleteResource(request.environment, idOf(request), request.query),
  )
  serve(app, authorizationResources.listMemberships, (request) =>
    membershipsOn(request, idOf(request)),
  )
  serve(app, authorizationResources.listRoleAssignments, (request) =>
    assignmentsOn(request, idOf(request)),
  )

  const named = ({ environment, params }: { environment: Environment; params: ByExternalId }) => {
    const resource = findByExternalId(environment, params)
    if (!resource) throw notFoundError('Authorization resource', params.external_id)
    return resource
  }
  serve(app, authorizationResources.getByExternalId, (request) => named(request))
  serve(app, authorizationResources.updateByExternalId, (request) =>
    change(request.environment, named(request), request.body),
  )
  serve(app, authorizationResources.deleteByExternalId, (request) =>
    deleteResource(request.environment, named(request), request.query),
  )
  serve(app, authorizationResources.listMembershipsByExternalId, (request) =>
    membershipsOn(request, named(request)),
  )
  serve(app, authorizationResources.listRoleAssignmentsByExternalId, (request) =>
    assignmentsOn(request, named(request)),
  )
}

/** The resource that an organization's product knows under an id of its own. */
export const findByExternalId = (
  { store }: Environment,
  wanted: ByExternalId,
): AuthorizationResourceRecord | undefined =>
  store.authorizationResources.find(
    (each) =>
      each.organization_id === wanted.organization_id &&
      each.resource_type_slug === wanted.resource_type_slug &&
      each.external_id === wanted.external_id,
  )

/** The id of the parent that a request chooses; nothing when it chooses none. */
function parentOf(
  environment: Environment,
  organizationId: string,
  choice: ParentChoice,
): string | null | undefined {
  const { parent_resource_id, parent_resource_external_id, parent_resource_type_slug } = choice
  if (parent_resource_id === null) return null
  if (parent_resource_id === undefined && parent_resource_external_id === undefined)
    return undefined
  const selector = {
    resource_id: parent_resource_id,
    resource_external_id: parent_resource_external_id,
    resource_type_slug: parent_resource_type_slug,
  }
  const { id } = requireResource(environment, { organizationId, selector })
  return id === organizationId ? null : id
}

function change(
  environment: Environment,
  resource: AuthorizationResourceRecord,
  body: ParentChoice & { name?: string | undefined; description?: string | null | undefined },
): AuthorizationResourceRecord {
  const { store, clock } = environment
  const parent = parentOf(environment, resource.organization_id, body)
  if (parent === resource.id) throw plainError(400, 'bad_request', 'A resource lies in another.')
  return store.authorizationResources.update(resource.id, {
    ...defined({ name: body.name, description: body.description }),
    ...(parent !== undefined && { parent_resource_id: parent }),
    updated_at: isoTime(clock.now()),
  })
}

function deleteResource(
  environment: Environment,
  { id }: AuthorizationResourceRecord,
  { cascade_delete = false }: { cascade_delete?: boolean | undefined },
): void {
  const { store } = environment
  const isOnIt = ({ resource_id }: { resource_id: string }) => resource_id === id
  const children = store.authorizationResources.filter((each) => each.parent_resource_id === id)
  const grants = [store.roleAssignments, store.groupRoleAssignments] as const
  if (!cascade_delete) {
    if (children.length > 0 || grants.some((each) => each.all().some(isOnIt))) {
      throw plainError(409, 'resource_has_dependents', 'Resources or roles depend on it.')
    }
  }
  for (const child of children) deleteResource(environment, child, { cascade_delete })
  for (const collection of grants) {
    for (const grant of collection.all().filter(isOnIt)) collection.delete(grant.id)
  }
  store.authorizationResources.delete(id)
}

function membershipsOn(
  {
    environment,
    query,
  }: Pick<ApiRequest<typeof authorizationResources.listMemberships>, 'environment' | 'query'>,
  resource: AuthorizationResourceRecord,
) {
  const { store } = environment
  const found = store.memberships.filter(
    (membership) =>
      membership.organization_id === resource.organization_id &&
      effectivePermissions(environment, {
        membership,
        resourceId: resource.id,
        ...(query.assignment && { only: query.assignment }),
      }).has(query.permission_slug),
  )
  return listPage(found, query, (membership) => {
    const user = store.users.get(membership.user_id)
    if (!user) throw new Error(`Membership ${membership.id} is nobody's.`)
    return { ...presentBaseMembership(environment, membership), user: presentUser(user) }
  })
}

function assignmentsOn(
  {
    environment,
    query,
  }: Pick<ApiRequest<typeof authorizationResources.listRoleAssignments>, 'environment' | 'query'>,
  resource: AuthorizationResourceRecord,
) {
  const found = environment.store.memberships
    .filter(({ organization_id }) => organization_id === resource.organization_id)
    .flatMap(({ id }) => assignmentsOf(environment, id))
    .filter(
      (each) =>
        each.resource.id === resource.id &&
        (query.role_slug === undefined || each.role.slug === query.role_slug),
    )
  return listPage(found, query, (each) => each)
}
