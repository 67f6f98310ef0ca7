import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'
import { sessionSchema } from './session.ts'
import { userSchema } from './user.ts'

const slug = z.object({ slug: z.string() })

/** Slimmer than the REST object: no code, no token and no link travels in an event. */
const challenge = {
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  expires_at: timestamp,
}

const passwordReset = z.object({
  object: z.literal('password_reset'),
  ...challenge,
  created_at: timestamp,
})

const invitation = z.object({
  object: z.literal('invitation'),
  id: z.string(),
  email: z.string(),
  state: openEnum(['pending', 'accepted', 'expired', 'revoked']),
  accepted_at: timestamp.nullable(),
  revoked_at: timestamp.nullable(),
  expires_at: timestamp,
  organization_id: z.string().nullable(),
  inviter_user_id: z.string().nullable(),
  accepted_user_id: z.string().nullable(),
  role_slug: z.string().nullable(),
  ...recorded,
})

/** Unlike the REST object it does not carry the user. */
const membership = z.object({
  object: z.literal('organization_membership'),
  id: z.string(),
  user_id: z.string(),
  organization_id: z.string(),
  status: openEnum(['active', 'inactive', 'pending']),
  role: slug,
  roles: z.array(slug).optional(),
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
  'email_verification.created': z.object({
    object: z.literal('email_verification'),
    ...challenge,
    ...recorded,
  }),
  'invitation.accepted': invitation,
  'invitation.created': invitation,
  'invitation.resent': invitation,
  'invitation.revoked': invitation,
  'magic_auth.created': z.object({
    object: z.literal('magic_auth'),
    ...challenge,
    ...recorded,
  }),
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
