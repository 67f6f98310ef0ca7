import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, pagination, recorded } from './primitives.ts'

/** An origin whose pages may call WorkOS. */
export const corsOriginSchema = z.object({
  object: z.literal('cors_origin'),
  id: z.string(),
  origin: z.string(),
  ...recorded,
})
/** {@link corsOriginSchema} as it travels. */
export type CorsOriginWire = z.infer<typeof corsOriginSchema>

/** CORS origins of the environment. */
export const corsOrigins = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/cors_origins',
    success: 200,
    query: z.object(pagination),
    result: listOf(corsOriginSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/user_management/cors_origins',
    success: 201,
    body: z.object({ origin: z.string() }),
    result: corsOriginSchema,
  }),
}
