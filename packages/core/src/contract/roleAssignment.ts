import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { roleSlugSchema } from './organizationMembership.ts'
import { eitherOf, listOf, nothing, openEnum, pagination, recorded } from './primitives.ts'

/** The resource that something is about: by WorkOS's id, or by the product's own. */
export const resourceSelector = eitherOf(
  { resource_id: z.string() },
  { resource_external_id: z.string(), resource_type_slug: z.string() },
)

/** A resource as role assignments name it. */
export const assignedResourceSchema = z.object({
  id: z.string(),
  external_id: z.string(),
  resource_type_slug: z.string(),
})

/** A role that a membership holds on a resource. */
export const roleAssignmentSchema = z.object({
  object: z.literal('role_assignment'),
  id: z.string(),
  organization_membership_id: z.string(),
  role: roleSlugSchema,
  resource: assignedResourceSchema,
  source: z.object({
    type: openEnum(['direct', 'group']),
    group_role_assignment_id: z.string().nullable(),
  }),
  ...recorded,
})
/** {@link roleAssignmentSchema} as it travels. */
export type RoleAssignmentWire = z.infer<typeof roleAssignmentSchema>

/** Roles of memberships on resources. */
export const roleAssignments = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/organization_memberships/{organization_membership_id}/role_assignments',
    success: 200,
    query: z.object({
      ...pagination,
      resource_id: z.string().optional(),
      resource_external_id: z.string().optional(),
      resource_type_slug: z.string().optional(),
    }),
    result: listOf(roleAssignmentSchema),
  }),
  assign: endpoint({
    method: 'POST',
    path: '/authorization/organization_memberships/{organization_membership_id}/role_assignments',
    success: 201,
    body: z.object({ role_slug: z.string() }).and(resourceSelector),
    result: roleAssignmentSchema,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/authorization/organization_memberships/{organization_membership_id}/role_assignments',
    success: 204,
    body: z.object({ role_slug: z.string() }).and(resourceSelector),
    result: nothing,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/authorization/organization_memberships/{organization_membership_id}/role_assignments/{role_assignment_id}',
    success: 204,
    result: nothing,
  }),
}
