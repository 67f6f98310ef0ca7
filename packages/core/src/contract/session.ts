import * as z from 'zod'
import { impersonatorSchema } from './authentication.ts'
import { endpoint } from './endpoint.ts'
import { logout } from './logout.ts'
import { listOf, nothing, openEnum, pagination, recorded, timestamp } from './primitives.ts'

/** A signed-in session as WorkOS keeps it. @see https://workos.com/docs/reference/authkit/session */
export const sessionSchema = z.object({
  object: z.literal('session'),
  id: z.string(),
  user_id: z.string(),
  organization_id: z.string().nullish(),
  impersonator: impersonatorSchema.optional(),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  auth_method: openEnum([
    'cross_app_auth',
    'external_auth',
    'impersonation',
    'magic_code',
    'migrated_session',
    'oauth',
    'passkey',
    'password',
    'sso',
    'unknown',
  ]),
  status: openEnum(['active', 'expired', 'revoked']),
  expires_at: timestamp,
  ended_at: timestamp.nullable(),
  ...recorded,
})
/** {@link sessionSchema} as it travels. */
export type SessionWire = z.infer<typeof sessionSchema>

/** Sessions of a user, their end, and the hosted logout. */
export const sessions = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/users/{id}/sessions',
    success: 200,
    query: z.object(pagination),
    result: listOf(sessionSchema),
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/user_management/sessions/revoke',
    success: 200,
    body: z.object({ session_id: z.string() }),
    result: nothing,
  }),
  logout,
}
