import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, metadata, nothing, pagination, recorded, timestamp } from './primitives.ts'

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

const passwordHashType = z.enum([
  'bcrypt',
  'firebase-scrypt',
  'ssha',
  'ssha256',
  'scrypt',
  'pbkdf2',
  'argon2',
])

const writableUser = {
  first_name: z.string().nullable().optional(),
  last_name: z.string().nullable().optional(),
  email_verified: z.boolean().optional(),
  external_id: z.string().max(128).nullable().optional(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
  locale: z.string().nullable().optional(),
  password: z.string().optional(),
  password_hash: z.string().optional(),
  password_hash_type: passwordHashType.optional(),
}

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
    body: z.object({ email: z.string(), ...writableUser }),
    result: userSchema,
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
    body: z.object({ email: z.string().optional(), ...writableUser }),
    result: userSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/user_management/users/{id}',
    success: 200,
    result: nothing,
  }),
}
