import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { organizationDomainSchema } from './organizationDomain.ts'
import {
  externalId,
  listOf,
  metadata,
  metadataPatch,
  nothing,
  pagination,
  recorded,
} from './primitives.ts'

/** A customer of the product. @see https://workos.com/docs/reference/organization */
export const organizationSchema = z.object({
  object: z.literal('organization'),
  id: z.string(),
  name: z.string(),
  domains: z.array(organizationDomainSchema),
  metadata,
  external_id: z.string().nullable(),
  stripe_customer_id: z.string().optional(),
  /** @deprecated by WorkOS. */
  allow_profiles_outside_organization: z.boolean().optional(),
  ...recorded,
})
/** {@link organizationSchema} as it travels. */
export type OrganizationWire = z.infer<typeof organizationSchema>

const writableOrganization = {
  domain_data: z
    .array(z.object({ domain: z.string(), state: z.enum(['pending', 'verified']) }))
    .optional(),
  allow_profiles_outside_organization: z.boolean().optional(),
  external_id: externalId.nullish(),
  metadata: metadataPatch.optional(),
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
    idempotencyKey: true,
    body: z.object({
      name: z.string(),
      domains: z.array(z.string()).optional(),
      ...writableOrganization,
    }),
    result: organizationSchema,
  }),
  getByExternalId: endpoint({
    method: 'GET',
    path: '/organizations/external_id/{external_id}',
    success: 200,
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
