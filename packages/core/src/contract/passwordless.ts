import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing, timestamp } from './primitives.ts'

/** A sign-in by link; WorkOS recommends Magic Auth instead. */
export const passwordlessSessionSchema = z.object({
  object: z.literal('passwordless_session'),
  id: z.string(),
  email: z.string(),
  expires_at: timestamp,
  link: z.string(),
})
/** {@link passwordlessSessionSchema} as it travels. */
export type PasswordlessSessionWire = z.infer<typeof passwordlessSessionSchema>

/** Magic links, for products that still use them. @see https://workos.com/docs/reference/magic-link */
export const passwordless = {
  createSession: endpoint({
    method: 'POST',
    path: '/passwordless/sessions',
    success: 201,
    body: z.object({
      type: z.literal('MagicLink'),
      email: z.string(),
      redirect_uri: z.string().optional(),
      state: z.string().optional(),
      connection: z.string().optional(),
      /** Seconds, from 900 to 86400. */
      expires_in: z.number().int().min(900).max(86_400).optional(),
    }),
    result: passwordlessSessionSchema,
  }),
  sendSession: endpoint({
    method: 'POST',
    path: '/passwordless/sessions/{id}/send',
    success: 200,
    result: nothing,
  }),
}
