import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { timestamp } from './primitives.ts'
import { userSchema } from './user.ts'

/** A password reset and its secret. */
export const passwordResetSchema = z.object({
  object: z.literal('password_reset'),
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  expires_at: timestamp,
  created_at: timestamp,
  password_reset_token: z.string(),
  password_reset_url: z.string(),
})
/** {@link passwordResetSchema} as it travels. */
export type PasswordResetWire = z.infer<typeof passwordResetSchema>

/** Setting a new password without the old one. @see https://workos.com/docs/reference/authkit/password-reset */
export const passwordReset = {
  create: endpoint({
    method: 'POST',
    path: '/user_management/password_reset',
    success: 201,
    body: z.object({ email: z.string() }),
    result: passwordResetSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/password_reset/{id}',
    success: 200,
    result: passwordResetSchema,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/user_management/password_reset/confirm',
    success: 200,
    body: z.object({ token: z.string(), new_password: z.string() }),
    result: z.object({ user: userSchema }),
  }),
}
