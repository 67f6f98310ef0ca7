import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, openEnum, pagination, recorded } from './primitives.ts'

/** A directory that provisions users. */
export const directorySchema = z.object({
  object: z.literal('directory'),
  id: z.string(),
  organization_id: z.string(),
  external_key: z.string(),
  type: openEnum([
    'azure scim v2.0',
    'bamboohr',
    'breathe hr',
    'cezanne hr',
    'cyberark scim v2.0',
    'fourth hr',
    'generic scim v2.0',
    'gsuite directory',
    'hibob',
    'sailpoint scim v2.0',
    'jump cloud scim v2.0',
    'okta scim v2.0',
    'onelogin scim v2.0',
    'people hr',
    'personio',
    'pingfederate scim v2.0',
    'rippling scim v2.0',
    's3',
    'sftp',
    'sftp workday',
    'workday',
  ]),
  state: openEnum(['linked', 'validating', 'invalid_credentials', 'unlinked', 'deleting']),
  name: z.string(),
  domain: z.string().optional(),
  metadata: z
    .object({
      users: z.object({ active: z.number().int(), inactive: z.number().int() }),
      groups: z.number().int(),
    })
    .optional(),
  ...recorded,
})
/** {@link directorySchema} as it travels. */
export type DirectoryWire = z.infer<typeof directorySchema>

/** Directories. @see https://workos.com/docs/reference/directory-sync/directory */
export const directories = {
  list: endpoint({
    method: 'GET',
    path: '/directories',
    success: 200,
    query: z.object({
      ...pagination,
      organization_id: z.string().optional(),
      search: z.string().optional(),
    }),
    result: listOf(directorySchema),
  }),
  get: endpoint({
    method: 'GET',
    path: '/directories/{id}',
    success: 200,
    result: directorySchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/directories/{id}',
    success: 202,
    result: z.unknown(),
  }),
}
