import * as z from 'zod'
import { authorizationResourceSchema } from './authorizationResource.ts'
import { endpoint } from './endpoint.ts'
import { permissionSchema } from './permission.ts'
import { listOf, pagination } from './primitives.ts'
import { resourceSelector } from './roleAssignment.ts'

/** What a membership may do. @see https://workos.com/docs/reference/fga */
export const authorizationChecks = {
  check: endpoint({
    method: 'POST',
    path: '/authorization/organization_memberships/{organization_membership_id}/check',
    success: 200,
    body: z.object({ permission_slug: z.string() }).and(resourceSelector),
    result: z.object({ authorized: z.boolean() }),
  }),
  listResources: endpoint({
    method: 'GET',
    path: '/authorization/organization_memberships/{organization_membership_id}/resources',
    success: 200,
    query: z.object({
      ...pagination,
      permission_slug: z.string(),
      parent_resource_id: z.string().optional(),
      parent_resource_type_slug: z.string().optional(),
      parent_resource_external_id: z.string().optional(),
    }),
    result: listOf(authorizationResourceSchema),
  }),
  listEffectivePermissions: endpoint({
    method: 'GET',
    path: '/authorization/organization_memberships/{organization_membership_id}/resources/{resource_id}/permissions',
    success: 200,
    query: z.object(pagination),
    result: listOf(permissionSchema),
  }),
  listEffectivePermissionsByExternalId: endpoint({
    method: 'GET',
    path: '/authorization/organization_memberships/{organization_membership_id}/resources/{resource_type_slug}/{external_id}/permissions',
    success: 200,
    query: z.object(pagination),
    result: listOf(permissionSchema),
  }),
}
