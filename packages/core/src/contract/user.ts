import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { oauthProviders, otherOauthProviders } from './oauthProviders.ts'
import {
  eitherOf,
  externalId,
  listOf,
  metadata,
  metadataPatch,
  nothing,
  openEnum,
  pagination,
  recorded,
  timestamp,
} from './primitives.ts'

/** A person. @see https://workos.com/docs/reference/authkit/user */
export const userSchema = z.object({
  object: z.literal('user'),
  id: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  name: z.string().nullable().optional(),
  profile_picture_url: z.string().nullable(),
  last_sign_in_at: timestamp.nullable(),
  locale: z.string().nullable().optional(),
  external_id: z.string().nullable(),
  metadata: metadata.optional(),
  ...recorded,
})
/** {@link userSchema} as it travels. */
export type UserWire = z.infer<typeof userSchema>

/** An account at an OAuth provider that a user signs in with. */
export const identitySchema = z.object({
  idp_id: z.string(),
  type: z.literal('OAuth'),
  provider: openEnum(['GithubOAuth', ...oauthProviders, ...otherOauthProviders]),
})
/** {@link identitySchema} as it travels. */
export type IdentityWire = z.infer<typeof identitySchema>

const passwordHashType = z.enum([
  'bcrypt',
  'firebase-scrypt',
  'ssha',
  'ssha256',
  'scrypt',
  'pbkdf2',
  'argon2',
])

const passwordHash = {
  password_hash: z.string(),
  password_hash_type: passwordHashType,
  password_salt_position: z.enum(['prefix', 'suffix']).optional(),
}

const newUser = z
  .object({
    email: z.string(),
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
    name: z.string().optional(),
    email_verified: z.boolean().optional(),
    external_id: externalId.nullish(),
    metadata: metadataPatch.optional(),
    ip_address: z.string().optional(),
    user_agent: z.string().optional(),
    signals_id: z.string().optional(),
  })
  .and(eitherOf({}, { password: z.string() }, passwordHash))

const changedUser = z
  .object({
    email: z.string().optional(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    name: z.string().optional(),
    email_verified: z.boolean().optional(),
    external_id: externalId.nullish(),
    metadata: metadataPatch.optional(),
    locale: z.string().nullish(),
  })
  .and(eitherOf({}, { password: z.string() }, passwordHash))

/** Users. @see https://workos.com/docs/reference/authkit/user */
export const users = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/users',
    success: 200,
    query: z.object({
      ...pagination,
      email: z.string().optional(),
      organization_id: z.string().optional(),
    }),
    result: listOf(userSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/user_management/users',
    success: 201,
    body: newUser,
    result: userSchema.extend({ radar_auth_attempt_id: z.string().optional() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/users/{id}',
    success: 200,
    result: userSchema,
  }),
  getByExternalId: endpoint({
    method: 'GET',
    path: '/user_management/users/external_id/{external_id}',
    success: 200,
    result: userSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/user_management/users/{id}',
    success: 200,
    body: changedUser,
    result: userSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/user_management/users/{id}',
    success: 200,
    result: nothing,
  }),
  listIdentities: endpoint({
    method: 'GET',
    path: '/user_management/users/{id}/identities',
    success: 200,
    result: z.array(identitySchema),
  }),
}
