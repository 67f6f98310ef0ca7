import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { membershipWithUserSchema } from './organizationMembership.ts'
import { eitherOf, externalId, listOf, nothing, pagination, recorded } from './primitives.ts'
import { roleAssignmentSchema } from './roleAssignment.ts'

/** Something that roles can be given on, e.g. a project. */
export const authorizationResourceSchema = z.object({
  object: z.literal('authorization_resource'),
  name: z.string(),
  description: z.string().nullable(),
  organization_id: z.string(),
  parent_resource_id: z.string().nullable(),
  id: z.string(),
  external_id: z.string(),
  resource_type_slug: z.string(),
  ...recorded,
})
/** {@link authorizationResourceSchema} as it travels. */
export type AuthorizationResourceWire = z.infer<typeof authorizationResourceSchema>

const changedResource = z
  .object({ name: z.string().max(48).optional(), description: z.string().max(150).nullish() })
  .and(
    eitherOf(
      {},
      { parent_resource_id: z.string() },
      { parent_resource_external_id: z.string(), parent_resource_type_slug: z.string() },
    ),
  )

const membershipsQuery = z.object({
  ...pagination,
  permission_slug: z.string(),
  assignment: z.enum(['direct', 'indirect']).optional(),
})

/** Resources of fine-grained authorization. @see https://workos.com/docs/reference/fga */
export const authorizationResources = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/resources',
    success: 200,
    query: z.object({
      ...pagination,
      organization_id: z.string().optional(),
      resource_type_slug: z.string().optional(),
      resource_external_id: z.string().optional(),
      parent_resource_id: z.string().optional(),
      parent_resource_type_slug: z.string().optional(),
      parent_external_id: z.string().optional(),
    }),
    result: listOf(authorizationResourceSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/authorization/resources',
    success: 201,
    body: z
      .object({
        external_id: externalId,
        name: z.string().max(48),
        description: z.string().max(150).nullish(),
        resource_type_slug: z.string(),
        organization_id: z.string(),
      })
      .and(
        eitherOf(
          {},
          { parent_resource_id: z.string().nullable() },
          { parent_resource_external_id: z.string(), parent_resource_type_slug: z.string() },
        ),
      ),
    result: authorizationResourceSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/authorization/resources/{resource_id}',
    success: 200,
    result: authorizationResourceSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/authorization/resources/{resource_id}',
    success: 200,
    body: changedResource,
    result: authorizationResourceSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/authorization/resources/{resource_id}',
    success: 204,
    query: z.object({ cascade_delete: z.boolean().optional() }),
    result: nothing,
  }),
  listMemberships: endpoint({
    method: 'GET',
    path: '/authorization/resources/{resource_id}/organization_memberships',
    success: 200,
    query: membershipsQuery,
    result: listOf(membershipWithUserSchema),
  }),
  listRoleAssignments: endpoint({
    method: 'GET',
    path: '/authorization/resources/{resource_id}/role_assignments',
    success: 200,
    query: z.object({ ...pagination, role_slug: z.string().optional() }),
    result: listOf(roleAssignmentSchema),
  }),
  getByExternalId: endpoint({
    method: 'GET',
    path: '/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}',
    success: 200,
    result: authorizationResourceSchema,
  }),
  updateByExternalId: endpoint({
    method: 'PATCH',
    path: '/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}',
    success: 200,
    body: changedResource,
    result: authorizationResourceSchema,
  }),
  deleteByExternalId: endpoint({
    method: 'DELETE',
    path: '/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}',
    success: 204,
    query: z.object({ cascade_delete: z.boolean().optional() }),
    result: nothing,
  }),
  listMembershipsByExternalId: endpoint({
    method: 'GET',
    path: '/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}/organization_memberships',
    success: 200,
    query: membershipsQuery,
    result: listOf(membershipWithUserSchema),
  }),
  listRoleAssignmentsByExternalId: endpoint({
    method: 'GET',
    path: '/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}/role_assignments',
    success: 200,
    query: z.object({ ...pagination, role_slug: z.string().optional() }),
    result: listOf(roleAssignmentSchema),
  }),
}
