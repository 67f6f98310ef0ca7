import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { roleSlugSchema } from './organizationMembership.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'
import { assignedResourceSchema } from './roleAssignment.ts'

/** A role that a group gives its members on a resource. */
export const groupRoleAssignmentSchema = z.object({
  object: z.literal('group_role_assignment'),
  id: z.string(),
  group_id: z.string(),
  role: roleSlugSchema,
  resource: assignedResourceSchema,
  ...recorded,
})
/** {@link groupRoleAssignmentSchema} as it travels. */
export type GroupRoleAssignmentWire = z.infer<typeof groupRoleAssignmentSchema>

/** A role and the resource it is given on; without a resource, on the organization. */
const grant = z.object({
  role_slug: z.string(),
  resource_id: z.string().optional(),
  resource_external_id: z.string().optional(),
  resource_type_slug: z.string().optional(),
})

/** Roles of groups on resources. */
export const groupRoleAssignments = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/groups/{group_id}/role_assignments',
    success: 200,
    query: z.object(pagination),
    result: listOf(groupRoleAssignmentSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/authorization/groups/{group_id}/role_assignments',
    success: 201,
    body: grant,
    result: groupRoleAssignmentSchema,
  }),
  replace: endpoint({
    method: 'PUT',
    path: '/authorization/groups/{group_id}/role_assignments',
    success: 200,
    body: z.object({
      role_assignments: z.array(grant).max(100),
    }),
    result: listOf(groupRoleAssignmentSchema),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/authorization/groups/{group_id}/role_assignments',
    success: 204,
    body: grant,
    result: nothing,
  }),
  get: endpoint({
    method: 'GET',
    path: '/authorization/groups/{group_id}/role_assignments/{role_assignment_id}',
    success: 200,
    result: groupRoleAssignmentSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/authorization/groups/{group_id}/role_assignments/{role_assignment_id}',
    success: 204,
    result: nothing,
  }),
}
