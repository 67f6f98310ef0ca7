import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, pagination, recorded, timestamp } from './primitives.ts'

/** An API key of a customer, without its value. */
export const apiKeySchema = z.object({
  object: z.literal('api_key'),
  id: z.string(),
  owner: z.discriminatedUnion('type', [
    z.object({ type: z.literal('organization'), id: z.string() }),
    z.object({ type: z.literal('user'), id: z.string(), organization_id: z.string() }),
  ]),
  name: z.string(),
  obfuscated_value: z.string(),
  last_used_at: timestamp.nullable(),
  expires_at: timestamp.nullable(),
  permissions: z.array(z.string()),
  ...recorded,
})
/** {@link apiKeySchema} as it travels. */
export type ApiKeyWire = z.infer<typeof apiKeySchema>

/** An API key of an organization. */
export const organizationApiKeySchema = apiKeySchema.extend({
  owner: z.object({ type: z.literal('organization'), id: z.string() }),
})
/** {@link organizationApiKeySchema} as it travels. */
export type OrganizationApiKeyWire = z.infer<typeof organizationApiKeySchema>

/** An API key of a user, for one organization. */
export const userApiKeySchema = apiKeySchema.extend({
  owner: z.object({ type: z.literal('user'), id: z.string(), organization_id: z.string() }),
})
/** {@link userApiKeySchema} as it travels. */
export type UserApiKeyWire = z.infer<typeof userApiKeySchema>

/** What only the answer to a creation shows: the key itself. */
const shownOnce = { value: z.string() }

/** API keys that a product hands to its customers. @see https://workos.com/docs/reference/authkit/api-keys */
export const apiKeys = {
  validate: endpoint({
    method: 'POST',
    path: '/api_keys/validations',
    success: 200,
    body: z.object({ value: z.string() }),
    result: z.object({
      api_key: apiKeySchema.nullable(),
      agent_registration_id: z.string().optional(),
    }),
  }),
  delete: endpoint({ method: 'DELETE', path: '/api_keys/{id}', success: 204, result: nothing }),
  expire: endpoint({
    method: 'POST',
    path: '/api_keys/{id}/expire',
    success: 200,
    body: z.object({ expires_at: timestamp.nullish() }).optional(),
    result: apiKeySchema,
  }),
  listForOrganization: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/api_keys',
    success: 200,
    query: z.object(pagination),
    result: listOf(organizationApiKeySchema),
  }),
  createForOrganization: endpoint({
    method: 'POST',
    path: '/organizations/{organization_id}/api_keys',
    success: 201,
    idempotencyKey: true,
    body: z.object({
      name: z.string(),
      permissions: z.array(z.string()).optional(),
      expires_at: timestamp.optional(),
    }),
    result: organizationApiKeySchema.extend(shownOnce),
  }),
  listForUser: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/api_keys',
    success: 200,
    query: z.object({ ...pagination, organization_id: z.string().optional() }),
    result: listOf(userApiKeySchema),
  }),
  createForUser: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/api_keys',
    success: 201,
    idempotencyKey: true,
    body: z.object({
      name: z.string(),
      organization_id: z.string(),
      permissions: z.array(z.string()).optional(),
      expires_at: timestamp.optional(),
    }),
    result: userApiKeySchema.extend(shownOnce),
  }),
}
