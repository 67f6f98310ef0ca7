import * as z from 'zod'
import { connectApplicationSchema } from './connectApplication.ts'
import { endpoint } from './endpoint.ts'
import { listOf, metadataPatch, nothing, pagination, recorded, timestamp } from './primitives.ts'

/** A secret of an application; the secret itself is shown at its creation only. */
export const clientSecretSchema = z.object({
  object: z.literal('connect_application_secret'),
  id: z.string(),
  secret_hint: z.string(),
  last_used_at: timestamp.nullable(),
  ...recorded,
})
/** {@link clientSecretSchema} as it travels. */
export type ClientSecretWire = z.infer<typeof clientSecretSchema>

/** An application that somebody has let in. */
export const authorizedApplicationSchema = z.object({
  object: z.literal('authorized_connect_application'),
  id: z.string(),
  granted_scopes: z.array(z.string()),
  oauth_resource: z.string().optional(),
  application: connectApplicationSchema,
})
/** {@link authorizedApplicationSchema} as it travels. */
export type AuthorizedApplicationWire = z.infer<typeof authorizedApplicationSchema>

/** Secrets of applications. */
export const connectClientSecrets = {
  list: endpoint({
    method: 'GET',
    path: '/connect/applications/{application_id}/client_secrets',
    success: 200,
    result: z.array(clientSecretSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/connect/applications/{application_id}/client_secrets',
    success: 201,
    result: clientSecretSchema.extend({ secret: z.string() }),
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/connect/client_secrets/{id}',
    success: 204,
    result: nothing,
  }),
}

/** Applications that people have let in. */
export const connectGrants = {
  listForUser: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/authorized_applications',
    success: 200,
    query: z.object(pagination),
    result: listOf(authorizedApplicationSchema),
  }),
  deleteForUser: endpoint({
    method: 'DELETE',
    path: '/user_management/users/{user_id}/authorized_applications/{application_id}',
    success: 204,
    result: nothing,
  }),
  listForOrganization: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/authorized_applications',
    success: 200,
    query: z.object(pagination),
    result: listOf(authorizedApplicationSchema.extend({ user_id: z.string() })),
  }),
}

/** Ending a sign-in to Connect that began in the product's own login page. */
export const connectLogin = {
  complete: endpoint({
    method: 'POST',
    path: '/authkit/oauth2/complete',
    success: 200,
    body: z.object({
      external_auth_id: z.string(),
      user: z.object({
        id: z.string(),
        email: z.string(),
        first_name: z.string().optional(),
        last_name: z.string().optional(),
        name: z.string().optional(),
        metadata: metadataPatch.optional(),
      }),
      user_consent_options: z
        .array(
          z.object({
            claim: z.string(),
            type: z.literal('enum'),
            label: z.string(),
            choices: z.array(
              z.object({ value: z.string().optional(), label: z.string().optional() }),
            ),
          }),
        )
        .optional(),
    }),
    result: z.object({ redirect_uri: z.string() }),
  }),
}
