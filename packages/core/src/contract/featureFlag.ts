import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'

/** A feature that is on for some. */
export const featureFlagSchema = z.object({
  object: z.literal('feature_flag'),
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  owner: z
    .object({
      email: z.string(),
      first_name: z.string().nullable(),
      last_name: z.string().nullable(),
    })
    .nullable(),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  default_value: z.boolean(),
  ...recorded,
})
/** {@link featureFlagSchema} as it travels. */
export type FeatureFlagWire = z.infer<typeof featureFlagSchema>

/** Feature flags. @see https://workos.com/docs/reference/feature-flags */
export const featureFlags = {
  list: endpoint({
    method: 'GET',
    path: '/feature-flags',
    success: 200,
    query: z.object(pagination),
    result: listOf(featureFlagSchema),
  }),
  get: endpoint({
    method: 'GET',
    path: '/feature-flags/{slug}',
    success: 200,
    result: featureFlagSchema,
  }),
  enable: endpoint({
    method: 'PUT',
    path: '/feature-flags/{slug}/enable',
    success: 200,
    result: featureFlagSchema,
  }),
  disable: endpoint({
    method: 'PUT',
    path: '/feature-flags/{slug}/disable',
    success: 200,
    result: featureFlagSchema,
  }),
  addTarget: endpoint({
    method: 'POST',
    path: '/feature-flags/{slug}/targets/{target_id}',
    success: 204,
    result: nothing,
  }),
  removeTarget: endpoint({
    method: 'DELETE',
    path: '/feature-flags/{slug}/targets/{target_id}',
    success: 204,
    result: nothing,
  }),
  listForOrganization: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/feature-flags',
    success: 200,
    query: z.object(pagination),
    result: listOf(featureFlagSchema),
  }),
  listForUser: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/feature-flags',
    success: 200,
    query: z.object(pagination),
    result: listOf(featureFlagSchema),
  }),
}
