import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing, wholeListOf } from './primitives.ts'
import { changedRole, newRole, roleSchema } from './role.ts'

/** Roles of one organization, with those it inherits. */
export const organizationRoles = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/organizations/{organization_id}/roles',
    success: 200,
    result: wholeListOf(roleSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/authorization/organizations/{organization_id}/roles',
    success: 201,
    body: newRole.partial({ slug: true }),
    result: roleSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/authorization/organizations/{organization_id}/roles/{slug}',
    success: 200,
    result: roleSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/authorization/organizations/{organization_id}/roles/{slug}',
    success: 200,
    body: changedRole,
    result: roleSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/authorization/organizations/{organization_id}/roles/{slug}',
    success: 204,
    result: nothing,
  }),
  setPermissions: endpoint({
    method: 'PUT',
    path: '/authorization/organizations/{organization_id}/roles/{role_slug}/permissions',
    success: 200,
    body: z.object({ permissions: z.array(z.string()) }),
    result: roleSchema,
  }),
  addPermission: endpoint({
    method: 'POST',
    path: '/authorization/organizations/{organization_id}/roles/{role_slug}/permissions',
    success: 200,
    body: z.object({ slug: z.string() }),
    result: roleSchema,
  }),
  removePermission: endpoint({
    method: 'DELETE',
    path: '/authorization/organizations/{organization_id}/roles/{role_slug}/permissions/{permission_slug}',
    success: 200,
    result: roleSchema,
  }),
}
