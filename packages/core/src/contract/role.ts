import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { openEnum, recorded, wholeListOf } from './primitives.ts'

/** A role, of the environment or of one organization. */
export const roleSchema = z.object({
  slug: z.string(),
  object: z.literal('role'),
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  type: openEnum(['EnvironmentRole', 'OrganizationRole']),
  resource_type_slug: z.string(),
  permissions: z.array(z.string()),
  ...recorded,
})
/** {@link roleSchema} as it travels. */
export type RoleWire = z.infer<typeof roleSchema>

/** What the maker of a role decides. */
export const newRole = z.object({
  slug: z.string().max(48),
  name: z.string().max(48),
  description: z.string().max(150).nullish(),
  resource_type_slug: z.string().max(48).optional(),
})

/** What can be changed about a role; its slug cannot. */
export const changedRole = newRole.pick({ name: true, description: true }).partial({ name: true })

/** Roles that every organization has. @see https://workos.com/docs/reference/authorization/role */
export const roles = {
  list: endpoint({
    method: 'GET',
    path: '/authorization/roles',
    success: 200,
    result: wholeListOf(roleSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/authorization/roles',
    success: 201,
    body: newRole,
    result: roleSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/authorization/roles/{slug}',
    success: 200,
    result: roleSchema,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/authorization/roles/{slug}',
    success: 200,
    body: changedRole,
    result: roleSchema,
  }),
  setPermissions: endpoint({
    method: 'PUT',
    path: '/authorization/roles/{role_slug}/permissions',
    success: 200,
    body: z.object({ permissions: z.array(z.string()) }),
    result: roleSchema,
  }),
  addPermission: endpoint({
    method: 'POST',
    path: '/authorization/roles/{role_slug}/permissions',
    success: 200,
    body: z.object({ slug: z.string() }),
    result: roleSchema,
  }),
}
