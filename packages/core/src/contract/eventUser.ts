import * as z from 'zod'
import { emailVerificationSchema } from './emailVerification.ts'
import { declareEvents } from './eventDeclaration.ts'
import { invitationSchema } from './invitation.ts'
import { magicAuthSchema } from './magicAuth.ts'
import { roleSlugSchema } from './organizationMembership.ts'
import { passwordResetSchema } from './passwordReset.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'
import { sessionSchema } from './session.ts'
import { userSchema } from './user.ts'

// No code, no token and no link travels in an event.
const emailVerification = emailVerificationSchema.omit({ code: true })
const invitation = invitationSchema.omit({ token: true, accept_invitation_url: true })
const magicAuth = magicAuthSchema.omit({ code: true })
const passwordReset = passwordResetSchema.omit({
  password_reset_token: true,
  password_reset_url: true,
})

/** Unlike the REST object it does not carry the user. */
const membership = z.object({
  object: z.literal('organization_membership'),
  id: z.string(),
  user_id: z.string(),
  organization_id: z.string(),
  status: openEnum(['active', 'inactive', 'pending']),
  role: roleSlugSchema,
  roles: z.array(roleSlugSchema).optional(),
  custom_attributes: z.record(z.string(), z.unknown()),
  directory_managed: z.boolean(),
  ...recorded,
})

const waitlistUser = z.object({
  object: z.literal('waitlist_user'),
  id: z.string(),
  email: z.string(),
  state: openEnum(['pending', 'approved', 'denied']),
  approved_at: timestamp.nullable(),
  waitlist_id: z.string().nullish(),
  ...recorded,
})

/** Events about users: their sessions, memberships, invitations and challenges. */
export const userEvents = declareEvents({
  'email_verification.created': emailVerification,
  'invitation.accepted': invitation,
  'invitation.created': invitation,
  'invitation.resent': invitation,
  'invitation.revoked': invitation,
  'magic_auth.created': magicAuth,
  'organization_membership.created': membership,
  'organization_membership.deleted': membership,
  'organization_membership.updated': membership,
  'password_reset.created': passwordReset,
  'password_reset.succeeded': passwordReset,
  'session.created': sessionSchema,
  'session.revoked': sessionSchema,
  'user.created': userSchema,
  'user.deleted': userSchema,
  'user.updated': userSchema,
  'waitlist_user.approved': waitlistUser,
  'waitlist_user.created': waitlistUser,
  'waitlist_user.denied': waitlistUser,
})
