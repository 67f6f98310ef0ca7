import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { webhookEventNames } from './event.ts'
import { listOf, nothing, openEnum, pagination, recorded } from './primitives.ts'

/** Where WorkOS sends events, and the secret it signs them with. */
export const webhookEndpointSchema = z.object({
  object: z.literal('webhook_endpoint'),
  id: z.string(),
  endpoint_url: z.string(),
  secret: z.string(),
  status: openEnum(['enabled', 'disabled']),
  events: z.array(z.string()),
  ...recorded,
})
/** {@link webhookEndpointSchema} as it travels. */
export type WebhookEndpointWire = z.infer<typeof webhookEndpointSchema>

/** Webhook endpoints. @see https://workos.com/docs/reference/webhooks */
export const webhookEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/webhook_endpoints',
    success: 200,
    query: z.object(pagination),
    result: listOf(webhookEndpointSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/webhook_endpoints',
    success: 201,
    body: z.object({ endpoint_url: z.string(), events: z.array(z.enum(webhookEventNames)) }),
    result: webhookEndpointSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/webhook_endpoints/{id}',
    success: 200,
    body: z.object({
      endpoint_url: z.string().optional(),
      status: z.enum(['enabled', 'disabled']).optional(),
      events: z.array(z.enum(webhookEventNames)).optional(),
    }),
    result: webhookEndpointSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/webhook_endpoints/{id}',
    success: 204,
    result: nothing,
  }),
}
