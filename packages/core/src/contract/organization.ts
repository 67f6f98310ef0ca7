import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, metadata, nothing, openEnum, pagination, recorded } from './primitives.ts'

/** A domain that belongs to an organization. */
export const organizationDomainSchema = z.object({
  object: z.literal('organization_domain'),
  id: z.string(),
  organization_id: z.string(),
  domain: z.string(),
  state: openEnum(['failed', 'legacy_verified', 'pending', 'unverified', 'verified']).optional(),
  verification_prefix: z.string().optional(),
  verification_token: z.string().optional(),
  verification_strategy: openEnum(['dns', 'manual']).optional(),
  ...recorded,
})

/** A customer of the product. @see https://workos.com/docs/reference/organization */
export const organizationSchema = z.object({
  object: z.literal('organization'),
  id: z.string(),
  name: z.string(),
  domains: z.array(organizationDomainSchema),
  metadata: metadata,
  external_id: z.string().nullable(),
  stripe_customer_id: z.string().optional(),
  allow_profiles_outside_organization: z.boolean().optional(),
  ...recorded,
})
/** {@link organizationSchema} as it travels. */
export type OrganizationWire = z.infer<typeof organizationSchema>

const writableOrganization = {
  domain_data: z
    .array(z.object({ domain: z.string(), state: z.enum(['pending', 'verified']) }))
    .optional(),
  external_id: z.string().max(128).nullable().optional(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
}

/** Organizations. @see https://workos.com/docs/reference/organization */
export const organizations = {
  list: endpoint({
    method: 'GET',
    path: '/organizations',
    success: 200,
    query: z.object({
      ...pagination,
      domains: z.array(z.string()).optional(),
      search: z.string().optional(),
    }),
    result: listOf(organizationSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/organizations',
    success: 201,
    body: z.object({ name: z.string(), ...writableOrganization }),
    result: organizationSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/organizations/{id}',
    success: 200,
    result: organizationSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/organizations/{id}',
    success: 200,
    body: z.object({
      name: z.string().optional(),
      stripe_customer_id: z.string().optional(),
      ...writableOrganization,
    }),
    result: organizationSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/organizations/{id}',
    success: 202,
    result: nothing,
  }),
}
