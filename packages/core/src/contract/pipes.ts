import * as z from 'zod'
import { connectedAccountSchema } from './connectedAccount.ts'
import { endpoint } from './endpoint.ts'
import { openEnum, timestamp } from './primitives.ts'

const holder = { user_id: z.string(), organization_id: z.string().optional() }

const scoped = {
  expires_at: timestamp.nullable(),
  scopes: z.array(z.string()),
  missing_scopes: z.array(z.string()),
}

const inactive = z.object({
  active: z.literal(false),
  error: openEnum(['needs_reauthorization', 'not_installed']),
})

/** What a product needs to act with a connected account. */
export const pipesCredentialSchema = z.discriminatedUnion('auth_method', [
  z.object({
    object: z.literal('credential'),
    auth_method: z.literal('oauth'),
    value: z.string(),
    ...scoped,
  }),
  z.object({
    object: z.literal('credential'),
    auth_method: z.literal('api_key'),
    value: z.string(),
  }),
  z.object({
    object: z.literal('credential'),
    auth_method: z.literal('client_credentials'),
    value: z.string(),
    metadata: z.record(z.string(), z.unknown()),
    ...scoped,
  }),
])
/** {@link pipesCredentialSchema} as it travels. */
export type PipesCredentialWire = z.infer<typeof pipesCredentialSchema>

/** Connecting accounts, and their credentials. @see https://workos.com/docs/reference/pipes */
export const pipes = {
  authorize: endpoint({
    method: 'POST',
    path: '/data-integrations/{slug}/authorize',
    success: 200,
    body: z.object({
      ...holder,
      return_to: z.string().optional(),
      config: z.record(z.string(), z.string()).optional(),
    }),
    result: z.object({ url: z.string() }),
  }),
  getAccessToken: endpoint({
    method: 'POST',
    path: '/data-integrations/{slug}/token',
    success: 200,
    body: z.object(holder),
    result: z.discriminatedUnion('active', [
      z.object({
        active: z.literal(true),
        access_token: z.object({
          object: z.literal('access_token'),
          access_token: z.string(),
          ...scoped,
        }),
      }),
      inactive,
    ]),
  }),
  getCredentials: endpoint({
    method: 'POST',
    path: '/data-integrations/{slug}/credentials',
    success: 200,
    body: z.object(holder),
    result: z.discriminatedUnion('active', [
      z.object({ active: z.literal(true), credential: pipesCredentialSchema }),
      inactive,
    ]),
  }),
  setApiKey: endpoint({
    method: 'PUT',
    path: '/data-integrations/{slug}/api-key',
    success: 200,
    body: z.object({
      ...holder,
      secret: z.string().min(1),
    }),
    result: connectedAccountSchema,
  }),
  setClientCredentials: endpoint({
    method: 'PUT',
    path: '/data-integrations/{slug}/client-credentials',
    success: 200,
    body: z.object({
      ...holder,
      client_id: z.string().min(1),
      client_secret: z.string().min(1),
      config: z.record(z.string(), z.string()).optional(),
    }),
    result: connectedAccountSchema,
  }),
}
