import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'

/** An application that signs people in with AuthKit, or a machine. */
export const connectApplicationSchema = z
  .object({
    object: z.literal('connect_application'),
    id: z.string(),
    client_id: z.string(),
    description: z.string().nullable(),
    name: z.string(),
    scopes: z.array(z.string()),
    ...recorded,
  })
  .and(
    z.union([
      z
        .object({
          application_type: z.literal('oauth'),
          redirect_uris: z.array(z.object({ uri: z.string(), default: z.boolean() })),
          uses_pkce: z.boolean(),
        })
        .and(
          z.union([
            z.object({ is_first_party: z.literal(true) }),
            z.object({
              is_first_party: z.literal(false),
              was_dynamically_registered: z.literal(false),
              organization_id: z.string(),
            }),
            z.object({
              is_first_party: z.literal(false),
              was_dynamically_registered: z.literal(true),
            }),
          ]),
        ),
      z.object({ application_type: z.literal('m2m'), organization_id: z.string() }),
    ]),
  )
/** {@link connectApplicationSchema} as it travels. */
export type ConnectApplicationWire = z.infer<typeof connectApplicationSchema>

/** Applications of WorkOS Connect. @see https://workos.com/docs/reference/workos-connect/applications */
export const connectApplications = {
  list: endpoint({
    method: 'GET',
    path: '/connect/applications',
    success: 200,
    query: z.object({
      ...pagination,
      registration_types: z.array(z.enum(['dynamic', 'authenticated'])).optional(),
      organization_id: z.string().optional(),
    }),
    result: listOf(connectApplicationSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/connect/applications',
    success: 201,
    body: z.discriminatedUnion('application_type', [
      z.object({
        name: z.string(),
        application_type: z.literal('oauth'),
        description: z.string().nullish(),
        scopes: z.array(z.string()).nullish(),
        redirect_uris: z
          .array(z.object({ uri: z.string(), default: z.boolean().nullish() }))
          .nullish(),
        uses_pkce: z.boolean().nullish(),
        is_first_party: z.boolean(),
        organization_id: z.string().nullish(),
      }),
      z.object({
        name: z.string(),
        application_type: z.literal('m2m'),
        description: z.string().nullish(),
        scopes: z.array(z.string()).nullish(),
        organization_id: z.string(),
      }),
    ]),
    result: connectApplicationSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/connect/applications/{id}',
    success: 200,
    result: connectApplicationSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/connect/applications/{id}',
    success: 200,
    body: z.object({
      name: z.string().optional(),
      description: z.string().nullish(),
      scopes: z.array(z.string()).nullish(),
      redirect_uris: z
        .array(z.object({ uri: z.string(), default: z.boolean().nullish() }))
        .nullish(),
    }),
    result: connectApplicationSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/connect/applications/{id}',
    success: 204,
    result: nothing,
  }),
}
