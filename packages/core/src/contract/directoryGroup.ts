import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, pagination, recorded } from './primitives.ts'

/** A group of a directory. */
export const directoryGroupSchema = z.object({
  object: z.literal('directory_group'),
  id: z.string(),
  idp_id: z.string(),
  directory_id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  raw_attributes: z.record(z.string(), z.unknown()).optional(),
  ...recorded,
})
/** {@link directoryGroupSchema} as it travels. */
export type DirectoryGroupWire = z.infer<typeof directoryGroupSchema>

/** Groups of directories. @see https://workos.com/docs/reference/directory-sync/directory-group */
export const directoryGroups = {
  list: endpoint({
    method: 'GET',
    path: '/directory_groups',
    success: 200,
    query: z.object({
      ...pagination,
      directory: z.string().optional(),
      user: z.string().optional(),
    }),
    result: listOf(directoryGroupSchema),
  }),
  get: endpoint({
    method: 'GET',
    path: '/directory_groups/{id}',
    success: 200,
    result: directoryGroupSchema,
  }),
}
