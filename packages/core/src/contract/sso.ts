import * as z from 'zod'
import { oauthTokensSchema } from './authentication.ts'
import { connectionTypes } from './connectionTypes.ts'
import { endpoint } from './endpoint.ts'
import { roleSlugSchema } from './organizationMembership.ts'
import { nothing, openEnum } from './primitives.ts'

/** A person as the identity provider knows them. */
export const profileSchema = z.object({
  object: z.literal('profile'),
  id: z.string(),
  organization_id: z.string().nullable(),
  connection_id: z.string(),
  connection_type: openEnum(connectionTypes),
  idp_id: z.string(),
  email: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  name: z.string().nullable(),
  role: roleSlugSchema.nullish(),
  roles: z.array(roleSlugSchema).nullish(),
  groups: z.array(z.string()).optional(),
  custom_attributes: z.record(z.string(), z.unknown()).optional(),
  raw_attributes: z.record(z.string(), z.unknown()),
})
/** {@link profileSchema} as it travels. */
export type ProfileWire = z.infer<typeof profileSchema>

/** Standalone single sign-on, without AuthKit. @see https://workos.com/docs/reference/sso */
export const sso = {
  getProfileAndToken: endpoint({
    method: 'POST',
    path: '/sso/token',
    success: 200,
    credential: 'client',
    encoding: 'form',
    body: z.object({
      client_id: z.string(),
      client_secret: z.string().optional(),
      code: z.string(),
      /** Proves who began (RFC 7636), for clients that have no secret. */
      code_verifier: z.string().optional(),
      grant_type: z.literal('authorization_code'),
    }),
    result: z.object({
      token_type: z.literal('Bearer'),
      access_token: z.string(),
      expires_in: z.number().int(),
      profile: profileSchema,
      oauth_tokens: oauthTokensSchema.optional(),
    }),
  }),
  getProfile: endpoint({
    method: 'GET',
    path: '/sso/profile',
    success: 200,
    credential: 'access-token',
    result: profileSchema,
  }),
  authorizeLogout: endpoint({
    method: 'POST',
    path: '/sso/logout/authorize',
    success: 200,
    body: z.object({ profile_id: z.string() }),
    result: z.object({ logout_url: z.string(), logout_token: z.string() }),
  }),
  logout: endpoint({
    method: 'GET',
    path: '/sso/logout',
    success: 302,
    credential: 'public',
    query: z.object({ token: z.string() }),
    result: nothing,
  }),
}
