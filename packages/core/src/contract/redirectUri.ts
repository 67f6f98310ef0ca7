import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'

/** Where hosted pages may send people back to. */
export const redirectUriSchema = z.object({
  object: z.literal('redirect_uri'),
  id: z.string(),
  uri: z.string(),
  default: z.boolean(),
  ...recorded,
})
/** {@link redirectUriSchema} as it travels. */
export type RedirectUriWire = z.infer<typeof redirectUriSchema>

/** Redirect URIs of the environment. */
export const redirectUris = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/redirect_uris',
    success: 200,
    query: z.object(pagination),
    result: listOf(redirectUriSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/user_management/redirect_uris',
    success: 201,
    body: z.object({ uri: z.string() }),
    result: redirectUriSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/user_management/redirect_uris/{id}',
    success: 204,
    result: nothing,
  }),
}
