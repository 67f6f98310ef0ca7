import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { locales } from './locales.ts'
import { listOf, openEnum, pagination, recorded, timestamp } from './primitives.ts'

/** An invitation to the product, or to one of its organizations. */
export const invitationSchema = z.object({
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
  token: z.string(),
  accept_invitation_url: z.string(),
  ...recorded,
})
/** {@link invitationSchema} as it travels. */
export type InvitationWire = z.infer<typeof invitationSchema>

/** Invitations. @see https://workos.com/docs/reference/authkit/invitation */
export const invitations = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/invitations',
    success: 200,
    query: z.object({
      ...pagination,
      organization_id: z.string().optional(),
      email: z.string().optional(),
    }),
    result: listOf(invitationSchema),
  }),
  send: endpoint({
    method: 'POST',
    path: '/user_management/invitations',
    success: 201,
    body: z.object({
      email: z.string(),
      organization_id: z.string().optional(),
      role_slug: z.string().optional(),
      expires_in_days: z.number().int().optional(),
      inviter_user_id: z.string().optional(),
      locale: z.enum(locales).optional(),
    }),
    result: invitationSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/invitations/{id}',
    success: 200,
    result: invitationSchema,
  }),
  getByToken: endpoint({
    method: 'GET',
    path: '/user_management/invitations/by_token/{token}',
    success: 200,
    result: invitationSchema,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/user_management/invitations/{id}/accept',
    success: 200,
    result: invitationSchema,
  }),
  resend: endpoint({
    method: 'POST',
    path: '/user_management/invitations/{id}/resend',
    success: 200,
    body: z.object({ locale: z.enum(locales).optional() }),
    result: invitationSchema,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/user_management/invitations/{id}/revoke',
    success: 200,
    result: invitationSchema,
  }),
}
