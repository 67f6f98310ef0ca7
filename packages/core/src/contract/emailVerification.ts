import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { recorded, timestamp } from './primitives.ts'
import { userSchema } from './user.ts'

/** A code that proves an address; it lives for ten minutes. */
export const emailVerificationSchema = z.object({
  object: z.literal('email_verification'),
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  expires_at: timestamp,
  code: z.string(),
  ...recorded,
})
/** {@link emailVerificationSchema} as it travels. */
export type EmailVerificationWire = z.infer<typeof emailVerificationSchema>

/** Proof that an address belongs to its user. @see https://workos.com/docs/reference/authkit/email-verification */
export const emailVerification = {
  get: endpoint({
    method: 'GET',
    path: '/user_management/email_verification/{id}',
    success: 200,
    result: emailVerificationSchema,
  }),
  send: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/email_verification/send',
    success: 200,
    result: z.object({ user: userSchema }),
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/email_verification/confirm',
    success: 200,
    body: z.object({ code: z.string() }),
    result: z.object({ user: userSchema }),
  }),
}
