import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { timestamp } from './primitives.ts'
import { userSchema } from './user.ts'

/** A change of address that waits for its code. */
export const emailChangeSchema = z.object({
  object: z.literal('email_change'),
  user: userSchema,
  new_email: z.string(),
  expires_at: timestamp,
  created_at: timestamp,
})
/** {@link emailChangeSchema} as it travels. */
export type EmailChangeWire = z.infer<typeof emailChangeSchema>

/** Changing an address in two steps: a code goes to the new one, then it is confirmed. */
export const emailChange = {
  send: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/email_change/send',
    success: 200,
    body: z.object({ new_email: z.string() }),
    result: emailChangeSchema,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/email_change/confirm',
    success: 200,
    body: z.object({ code: z.string() }),
    result: z.object({ object: z.literal('email_change_confirmation'), user: userSchema }),
  }),
}
