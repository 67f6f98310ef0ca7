import * as z from 'zod'
import { directoryGroupSchema } from './directoryGroup.ts'
import { endpoint } from './endpoint.ts'
import { roleSlugSchema } from './organizationMembership.ts'
import { listOf, openEnum, pagination, recorded } from './primitives.ts'

/** A person as a directory knows them. */
export const directoryUserSchema = z.object({
  object: z.literal('directory_user'),
  id: z.string(),
  directory_id: z.string(),
  organization_id: z.string(),
  idp_id: z.string(),
  email: z.string().nullable(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  name: z.string().nullish(),
  /** @deprecated by WorkOS. */
  emails: z
    .array(
      z.object({
        primary: z.boolean().optional(),
        type: z.string().optional(),
        value: z.string().nullish(),
      }),
    )
    .optional(),
  /** @deprecated by WorkOS. */
  job_title: z.string().nullish(),
  /** @deprecated by WorkOS. */
  username: z.string().nullish(),
  state: openEnum(['active', 'suspended', 'inactive']),
  /** @deprecated by WorkOS. */
  raw_attributes: z.record(z.string(), z.unknown()),
  custom_attributes: z.record(z.string(), z.unknown()),
  role: roleSlugSchema.optional(),
  roles: z.array(roleSlugSchema).optional(),
  /** @deprecated by WorkOS. */
  groups: z.array(directoryGroupSchema),
  ...recorded,
})
/** {@link directoryUserSchema} as it travels. */
export type DirectoryUserWire = z.infer<typeof directoryUserSchema>

/** People of directories. @see https://workos.com/docs/reference/directory-sync/directory-user */
export const directoryUsers = {
  list: endpoint({
    method: 'GET',
    path: '/directory_users',
    success: 200,
    query: z.object({
      ...pagination,
      directory: z.string().optional(),
      group: z.string().optional(),
      idp_id: z.string().optional(),
      email: z.string().optional(),
    }),
    result: listOf(directoryUserSchema),
  }),
  get: endpoint({
    method: 'GET',
    path: '/directory_users/{id}',
    success: 200,
    result: directoryUserSchema,
  }),
}
