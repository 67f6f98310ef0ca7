import { authorizationChecks } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { effectivePermissions, lineOf } from '../authorization/access.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { PageQuery } from '../store/paginate.ts'
import type { MembershipRecord } from '../store/records.ts'
import { plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireMembership } from './organizationMemberships.ts'
import { presentPermission } from './permissions.ts'
import { requireResource } from './resourceSelector.ts'
import { serve } from './serve.ts'

/**
 * What a membership may do: one question, the resources it may do it on, and all it may. For the last
 * one WorkOS's own document and its SDK have different paths; both answer.
 */
export function serveAuthorizationChecks(app: Hono<AppEnv>): void {
  serve(app, authorizationChecks.check, ({ environment, params, body }) => {
    const membership = requireMembership(environment, params.organization_membership_id)
    const { organization_id: organizationId } = membership
    const { id: resourceId } = requireResource(environment, { organizationId, selector: body })
    const allowed = effectivePermissions(environment, { membership, resourceId })
    return { authorized: allowed.has(body.permission_slug) }
  })

  serve(app, authorizationChecks.listResources, ({ environment, params, query }) => {
    const membership = requireMembership(environment, params.organization_membership_id)
    if (query.parent_resource_id === undefined && query.parent_resource_external_id === undefined) {
      throw plainError(400, 'bad_request', 'The parent resource is required.')
    }
    const parent = requireResource(environment, {
      organizationId: membership.organization_id,
      selector: {
        resource_id: query.parent_resource_id,
        resource_external_id: query.parent_resource_external_id,
        resource_type_slug: query.parent_resource_type_slug,
      },
    })
    const found = environment.store.authorizationResources.filter(
      ({ id, organization_id }) =>
        organization_id === membership.organization_id &&
        id !== parent.id &&
        lineOf(environment, id).includes(parent.id) &&
        effectivePermissions(environment, { membership, resourceId: id }).has(
          query.permission_slug,
        ),
    )
    return listPage(found, query, (each) => each)
  })

  for (const path of [
    authorizationChecks.listEffectivePermissions.path,
    '/authorization/resources/{resource_id}/organization_memberships/{organization_membership_id}/permissions',
  ] as const) {
    const endpoint = { ...authorizationChecks.listEffectivePermissions, path }
    serve(app, endpoint, ({ environment, params, query }) => {
      const membership = requireMembership(environment, params.organization_membership_id)
      const { organization_id: organizationId } = membership
      const selector = { resource_id: params.resource_id }
      const { id } = requireResource(environment, { organizationId, selector })
      return permissionsOn(environment, { membership, resourceId: id, query })
    })
  }

  serve(
    app,
    authorizationChecks.listEffectivePermissionsByExternalId,
    ({ environment, params, query }) => {
      const membership = requireMembership(environment, params.organization_membership_id)
      const { organization_id: organizationId } = membership
      const selector = {
        resource_external_id: params.external_id,
        resource_type_slug: params.resource_type_slug,
      }
      const { id } = requireResource(environment, { organizationId, selector })
      return permissionsOn(environment, { membership, resourceId: id, query })
    },
  )
}

function permissionsOn(
  environment: Environment,
  { query, ...where }: { membership: MembershipRecord; resourceId: string; query: PageQuery },
) {
  const allowed = effectivePermissions(environment, where)
  const found = environment.store.permissions.filter(({ slug }) => allowed.has(slug))
  return listPage(found, query, presentPermission)
}
