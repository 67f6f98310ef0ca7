import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, pagination, recorded } from './primitives.ts'

/** Something that a role may allow. */
export const permissionSchema = z.object({
  object: z.literal('permission'),
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  system: z.boolean(),
  resource_type_slug: z.string(),
  ...recorded,
})
/** {@link permissionSchema} as it travels. */
export type PermissionWire = z.infer<typeof permissionSchema>

/** Permissions. @see https://workos.com/docs/reference/authorization/permission */
export const permissions = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/permissions',
    success: 200,
    query: z.object(pagination),
    result: listOf(permissionSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/authorization/permissions',
    success: 201,
    body: z.object({
      slug: z.string().max(48),
      name: z.string().max(48),
      description: z.string().max(150).nullish(),
      resource_type_slug: z.string().max(48).optional(),
    }),
    result: permissionSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/authorization/permissions/{slug}',
    success: 200,
    result: permissionSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/authorization/permissions/{slug}',
    success: 200,
    body: z.object({
      name: z.string().max(48).optional(),
      description: z.string().max(150).nullish(),
    }),
    result: permissionSchema,
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/authorization/permissions/{slug}',
    success: 204,
    result: nothing,
  }),
}
