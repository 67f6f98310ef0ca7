import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { baseMembershipSchema } from './organizationMembership.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'

/** A group of members of one organization. */
export const groupSchema = z.object({
  object: z.literal('group'),
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  ...recorded,
})
/** {@link groupSchema} as it travels. */
export type GroupWire = z.infer<typeof groupSchema>

/** Groups of members. @see https://workos.com/docs/reference/groups */
export const groups = {
  list: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/groups',
    success: 200,
    query: z.object(pagination),
    result: listOf(groupSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/organizations/{organization_id}/groups',
    success: 201,
    body: z.object({ name: z.string().max(256), description: z.string().max(150).nullish() }),
    result: groupSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/groups/{group_id}',
    success: 200,
    result: groupSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/organizations/{organization_id}/groups/{group_id}',
    success: 200,
    body: z.object({
      name: z.string().max(256).optional(),
      description: z.string().max(150).nullish(),
    }),
    result: groupSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/organizations/{organization_id}/groups/{group_id}',
    success: 204,
    result: nothing,
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/groups/{group_id}/organization-memberships',
    success: 200,
    query: z.object(pagination),
    result: listOf(baseMembershipSchema),
  }),
  addMember: endpoint({
    method: 'POST',
    path: '/organizations/{organization_id}/groups/{group_id}/organization-memberships',
    success: 200,
    body: z.object({ organization_membership_id: z.string() }),
    result: groupSchema,
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/organizations/{organization_id}/groups/{group_id}/organization-memberships/{organization_membership_id}',
    success: 204,
    result: nothing,
  }),
  listForMembership: endpoint({
    method: 'GET',
    path: '/user_management/organization_memberships/{organization_membership_id}/groups',
    success: 200,
    query: z.object(pagination),
    result: listOf(groupSchema),
  }),
}
