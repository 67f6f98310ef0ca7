import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, openEnum, pagination, recorded } from './primitives.ts'
import { userSchema } from './user.ts'

const slug = z.object({ slug: z.string() })

/** What ties a user to an organization. @see https://workos.com/docs/reference/authkit/organization-membership */
export const organizationMembershipSchema = z.object({
  object: z.literal('organization_membership'),
  id: z.string(),
  user_id: z.string(),
  organization_id: z.string(),
  organization_name: z.string().optional(),
  status: openEnum(['active', 'inactive', 'pending']),
  directory_managed: z.boolean(),
  custom_attributes: z.record(z.string(), z.unknown()).optional(),
  role: slug,
  roles: z.array(slug).optional(),
  user: userSchema.optional(),
  ...recorded,
})
/** {@link organizationMembershipSchema} as it travels. */
export type OrganizationMembershipWire = z.infer<typeof organizationMembershipSchema>

const rolesChoice = {
  role_slug: z.string().optional(),
  role_slugs: z.array(z.string()).optional(),
}

/** Memberships; a list needs `user_id` or `organization_id`. */
export const organizationMemberships = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/organization_memberships',
    success: 200,
    query: z.object({
      ...pagination,
      user_id: z.string().optional(),
      organization_id: z.string().optional(),
      statuses: z.array(z.enum(['active', 'inactive', 'pending'])).optional(),
    }),
    result: listOf(organizationMembershipSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/user_management/organization_memberships',
    success: 201,
    body: z.object({ user_id: z.string(), organization_id: z.string(), ...rolesChoice }),
    result: organizationMembershipSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/organization_memberships/{id}',
    success: 200,
    result: organizationMembershipSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/user_management/organization_memberships/{id}',
    success: 200,
    body: z.object(rolesChoice),
    result: organizationMembershipSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/user_management/organization_memberships/{id}',
    success: 200,
    result: nothing,
  }),
  deactivate: endpoint({
    method: 'PUT',
    path: '/user_management/organization_memberships/{id}/deactivate',
    success: 200,
    result: organizationMembershipSchema,
  }),
  reactivate: endpoint({
    method: 'PUT',
    path: '/user_management/organization_memberships/{id}/reactivate',
    success: 200,
    result: organizationMembershipSchema,
  }),
}
