import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { eitherOf, listOf, nothing, openEnum, pagination, recorded } from './primitives.ts'
import { userSchema } from './user.ts'

/** A role where only its slug matters. */
export const roleSlugSchema = z.object({ slug: z.string() })

/** A membership without its roles, as groups show it. */
export const baseMembershipSchema = z.object({
  object: z.literal('organization_membership'),
  id: z.string(),
  user_id: z.string(),
  organization_id: z.string(),
  organization_name: z.string().optional(),
  status: openEnum(['active', 'inactive', 'pending']),
  directory_managed: z.boolean(),
  custom_attributes: z.record(z.string(), z.unknown()).optional(),
  ...recorded,
})

/** The same with its user, as lists by resource show it. */
export const membershipWithUserSchema = baseMembershipSchema.extend({ user: userSchema })

/** What ties a user to an organization. @see https://workos.com/docs/reference/authkit/organization-membership */
export const organizationMembershipSchema = baseMembershipSchema.extend({
  user: userSchema.optional(),
  role: roleSlugSchema,
  roles: z.array(roleSlugSchema),
})
/** {@link organizationMembershipSchema} as it travels. */
export type OrganizationMembershipWire = z.infer<typeof organizationMembershipSchema>

/** One role or several; where neither is given, the environment's default. */
const rolesChoice = eitherOf({}, { role_slug: z.string() }, { role_slugs: z.array(z.string()) })

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
    body: z.object({ user_id: z.string(), organization_id: z.string() }).and(rolesChoice),
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
    body: rolesChoice,
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
