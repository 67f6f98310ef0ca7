import * as z from 'zod'
import { invitationSchema } from './invitation.ts'
import { organizationSchema } from './organization.ts'
import { organizationMembershipSchema } from './organizationMembership.ts'
import { userSchema } from './user.ts'

const circumstances = {
  id: z.string(),
  authentication_method: z.string().optional(),
  ip_address: z.string().optional(),
  user_agent: z.string().optional(),
  device_fingerprint: z.string().optional(),
}

const invitation = invitationSchema.omit({
  accepted_user_id: true,
  role_slug: true,
  token: true,
  accept_invitation_url: true,
})

/** Asks whether somebody who proved who they are may sign in. */
export const authenticationActionContextSchema = z.object({
  object: z.literal('authentication_action_context'),
  ...circumstances,
  user: userSchema,
  organization: organizationSchema.optional(),
  organization_membership: organizationMembershipSchema.optional(),
  issuer: z.string().optional(),
})

/** Asks whether somebody may become a user. */
export const userRegistrationActionContextSchema = z.object({
  object: z.literal('user_registration_action_context'),
  ...circumstances,
  user_data: z.object({
    object: z.literal('user_data'),
    email: z.string(),
    name: z.string().nullish(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
  }),
  invitation: invitation.optional(),
})

/** What WorkOS asks an Action endpoint. @see https://workos.com/docs/authkit/actions */
export const actionContextSchema = z.discriminatedUnion('object', [
  authenticationActionContextSchema,
  userRegistrationActionContextSchema,
])
/** {@link actionContextSchema} as it travels. */
export type ActionContextWire = z.infer<typeof actionContextSchema>

/** What an Action endpoint answers. The signature covers `payload` as it is serialised. */
export const actionResponseSchema = z.object({
  object: z.enum(['authentication_action_response', 'user_registration_action_response']),
  payload: z.object({
    /** Milliseconds since the epoch. */
    timestamp: z.number(),
    verdict: z.enum(['Allow', 'Deny']),
    error_message: z.string().max(500).optional(),
  }),
  /** HMAC-SHA256 in lower-case hex. */
  signature: z.string(),
})
/** {@link actionResponseSchema} as it travels. */
export type ActionResponseWire = z.infer<typeof actionResponseSchema>
