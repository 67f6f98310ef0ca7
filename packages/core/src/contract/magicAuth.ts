import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { recorded, timestamp } from './primitives.ts'

/** A one-time code for signing in; it lives for ten minutes. */
export const magicAuthSchema = z.object({
  object: z.literal('magic_auth'),
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  expires_at: timestamp,
  code: z.string(),
  ...recorded,
})
/** {@link magicAuthSchema} as it travels. */
export type MagicAuthWire = z.infer<typeof magicAuthSchema>

/** One-time codes by email. @see https://workos.com/docs/reference/authkit/magic-auth */
export const magicAuth = {
  create: endpoint({
    method: 'POST',
    path: '/user_management/magic_auth',
    success: 201,
    body: z.object({
      email: z.string(),
      invitation_token: z.string().optional(),
      ip_address: z.string().optional(),
      user_agent: z.string().optional(),
      radar_auth_attempt_id: z.string().optional(),
      signals_id: z.string().optional(),
    }),
    result: magicAuthSchema.extend({ radar_auth_attempt_id: z.string().optional() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/magic_auth/{id}',
    success: 200,
    result: magicAuthSchema,
  }),
}
