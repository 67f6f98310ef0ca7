import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing, openEnum, recorded, timestamp } from './primitives.ts'

/** How an account can be connected. */
export const authMethods = ['oauth', 'api_key', 'client_credentials'] as const

/** An account that somebody connected. */
export const connectedAccountSchema = z.object({
  object: z.literal('connected_account'),
  id: z.string(),
  user_id: z.string().nullable(),
  organization_id: z.string().nullable(),
  scopes: z.array(z.string()),
  auth_method: openEnum(authMethods).optional(),
  api_key_last_4: z.string().nullish(),
  client_id: z.string().nullish(),
  client_secret_last_4: z.string().nullish(),
  config: z.record(z.string(), z.string()).optional(),
  state: openEnum(['connected', 'needs_reauthorization', 'disconnected']),
  ...recorded,
})
/** {@link connectedAccountSchema} as it travels. */
export type ConnectedAccountWire = z.infer<typeof connectedAccountSchema>

/** Chooses between the accounts that one user connected for several organizations. */
const organizationQuery = z.object({ organization_id: z.string().optional() })

const tokens = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_at: timestamp.optional(),
  scopes: z.array(z.string()).optional(),
  state: z.enum(['connected', 'needs_reauthorization']).optional(),
})

/** Accounts that users connected through Pipes. */
export const connectedAccounts = {
  get: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/connected_accounts/{slug}',
    success: 200,
    query: organizationQuery,
    result: connectedAccountSchema,
  }),
  create: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/connected_accounts/{slug}',
    success: 201,
    query: organizationQuery,
    body: tokens,
    result: connectedAccountSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/user_management/users/{user_id}/connected_accounts/{slug}',
    success: 200,
    query: organizationQuery,
    body: tokens,
    result: connectedAccountSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/user_management/users/{user_id}/connected_accounts/{slug}',
    success: 204,
    query: organizationQuery,
    result: nothing,
  }),
}
