import * as z from 'zod'
import { authMethods, connectedAccountSchema } from './connectedAccount.ts'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, openEnum, pagination, recorded, wholeListOf } from './primitives.ts'

/** A provider whose accounts people can connect. */
export const pipesProviderSchema = z.object({
  object: z.literal('data_integration'),
  id: z.string(),
  slug: z.string(),
  integration_type: z.string(),
  description: z.string().nullable(),
  enabled: z.boolean(),
  state: openEnum(['valid', 'invalid', 'requested']),
  scopes: z.array(z.string()).nullable(),
  redirect_uri: z.string(),
  auth_methods: z.array(openEnum(authMethods)),
  credentials: z
    .object({
      type: openEnum(['custom', 'organization']),
      client_id: z.string().nullable(),
      redacted_client_secret: z.string().nullable(),
    })
    .nullable(),
  installation: z
    .object({
      id: z.string(),
      user_id: z.string(),
      organization_id: z.string().nullable(),
      api_key_last_4: z.string().nullable(),
    })
    .nullable(),
  config: z.record(z.string(), z.string()),
  custom_provider: z
    .object({
      name: z.string(),
      authorization_url: z.string().nullable(),
      token_url: z.string().nullable(),
      refresh_token_url: z.string().nullable(),
      pkce_enabled: z.boolean(),
      request_scope_separator: z.string(),
      scopes_required: z.boolean(),
      client_secret_required: z.boolean(),
      additional_authorization_parameters: z.record(z.string(), z.string()),
      token_body_content_type: z.string(),
      authenticate_via: openEnum(['request_body', 'basic_auth_header']),
    })
    .nullable(),
  ...recorded,
})
/** {@link pipesProviderSchema} as it travels. */
export type PipesProviderWire = z.infer<typeof pipesProviderSchema>

/** A provider as one user sees it, with the account that they connected. */
export const providerOfUserSchema = z.object({
  object: z.literal('data_provider'),
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  slug: z.string(),
  integration_type: z.string(),
  credentials_type: z.string(),
  scopes: z.array(z.string()).nullable(),
  auth_methods: z.array(openEnum(authMethods)).optional(),
  ownership: openEnum(['userland_user', 'organization']),
  connected_account: connectedAccountSchema.nullable(),
  ...recorded,
})
/** {@link providerOfUserSchema} as it travels. */
export type ProviderOfUserWire = z.infer<typeof providerOfUserSchema>

const credentials = z.object({
  type: z.enum(['custom', 'organization']),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
})

const apiKeyInstallation = z.object({
  secret: z.string().min(5),
  user_id: z.string(),
  organization_id: z.string().optional(),
})

const customProvider = z.object({
  name: z.string(),
  authorization_url: z.string().optional(),
  token_url: z.string().optional(),
  refresh_token_url: z.string().nullish(),
  pkce_enabled: z.boolean().optional(),
  request_scope_separator: z.string().optional(),
  scopes_required: z.boolean().optional(),
  client_secret_required: z.boolean().optional(),
  additional_authorization_parameters: z.record(z.string(), z.string()).optional(),
  token_body_content_type: z.string().optional(),
  authenticate_via: z.enum(['request_body', 'basic_auth_header']).optional(),
})

/** Providers of Pipes. @see https://workos.com/docs/reference/pipes */
export const pipesProviders = {
  list: endpoint({
    method: 'GET',
    path: '/data-integrations',
    success: 200,
    query: z.object(pagination),
    result: listOf(pipesProviderSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/data-integrations',
    success: 201,
    body: z.object({
      provider: z.string(),
      description: z.string().nullish(),
      enabled: z.boolean().optional(),
      scopes: z.array(z.string()).nullish(),
      auth_methods: z.array(z.enum(authMethods)).optional(),
      config: z.record(z.string(), z.string()).optional(),
      credentials: credentials.optional(),
      api_key: apiKeyInstallation.optional(),
      custom_provider: customProvider.optional(),
    }),
    result: pipesProviderSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/data-integrations/{slug}',
    success: 200,
    result: pipesProviderSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/data-integrations/{slug}',
    success: 200,
    body: z.object({
      description: z.string().nullish(),
      enabled: z.boolean().optional(),
      scopes: z.array(z.string()).nullish(),
      credentials: credentials.optional(),
      api_key: apiKeyInstallation.optional(),
      custom_provider: customProvider.partial({ name: true }).optional(),
    }),
    result: pipesProviderSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/data-integrations/{slug}',
    success: 204,
    result: nothing,
  }),
  listForUser: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/data_providers',
    success: 200,
    query: z.object({ organization_id: z.string().optional() }),
    result: wholeListOf(providerOfUserSchema),
  }),
}
