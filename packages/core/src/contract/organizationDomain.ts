import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing, openEnum, recorded } from './primitives.ts'

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
/** {@link organizationDomainSchema} as it travels. */
export type OrganizationDomainWire = z.infer<typeof organizationDomainSchema>

/** Domains of organizations. @see https://workos.com/docs/reference/domain-verification */
export const organizationDomains = {
  create: endpoint({
    method: 'POST',
    path: '/organization_domains',
    success: 201,
    body: z.object({ domain: z.string(), organization_id: z.string() }),
    result: organizationDomainSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/organization_domains/{id}',
    success: 200,
    result: organizationDomainSchema,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/organization_domains/{id}/verify',
    success: 201,
    result: organizationDomainSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/organization_domains/{id}',
    success: 204,
    result: nothing,
  }),
}
