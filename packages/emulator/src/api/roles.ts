import { type RoleWire, roles } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import type { RoleRecord } from '../store/records.ts'
import type { OrganizationRoleRecord } from '../store/resourceRecords.ts'
import { ApiError, notFoundError, plainError } from './apiError.ts'
import { serve } from './serve.ts'
import { wholeList } from './wholeList.ts'

/** Roles of the environment: list, make, read, change, and what they allow. */
export function serveRoles(app: Hono<AppEnv>): void {
  serve(app, roles.list, ({ environment }) =>
    wholeList(environment.store.roles.all().map(presentRole)),
  )

  serve(app, roles.create, ({ environment, body }) => {
    const { store, clock } = environment
    requireSlug(body.slug)
    if (findRole(environment, body.slug)) {
      throw plainError(409, 'role_slug_conflict', `There is a role '${body.slug}' already.`)
    }
    return presentRole(
      store.roles.insert({
        id: newId('role', clock.now()),
        slug: body.slug,
        name: body.name,
        description: body.description ?? null,
        resource_type_slug: body.resource_type_slug ?? 'organization',
        permissions: [],
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, roles.get, ({ environment, params }) =>
    presentRole(requireRole(environment, params.slug)),
  )

  serve(app, roles.update, ({ environment, params, body }) =>
    change(environment, requireRole(environment, params.slug), defined(body)),
  )

  serve(app, roles.setPermissions, ({ environment, params, body }) => {
    const role = requireRole(environment, params.role_slug)
    return change(environment, role, {
      permissions: requirePermissions(environment, body.permissions),
    })
  })

  serve(app, roles.addPermission, ({ environment, params, body }) => {
    const role = requireRole(environment, params.role_slug)
    const [added] = requirePermissions(environment, [body.slug])
    return change(environment, role, {
      permissions: [...new Set([...role.permissions, ...(added ? [added] : [])])],
    })
  })
}

/** A role as the API shows it. */
export const presentRole = (role: RoleRecord | OrganizationRoleRecord): RoleWire => ({
  object: 'role',
  id: role.id,
  slug: role.slug,
  name: role.name,
  description: role.description,
  type: 'organization_id' in role ? 'OrganizationRole' : 'EnvironmentRole',
  resource_type_slug: role.resource_type_slug,
  permissions: role.permissions,
  created_at: role.created_at,
  updated_at: role.updated_at,
})

/** Slugs of permissions that exist, each once; 404 for one that does not. */
export function requirePermissions({ store }: Environment, slugs: readonly string[]): string[] {
  for (const slug of slugs) {
    if (!store.permissions.find((each) => each.slug === slug)) {
      throw notFoundError('Permission', slug)
    }
  }
  return [...new Set(slugs)]
}

/** Refuses what cannot be a slug. */
export function requireSlug(slug: string): void {
  if (/^[a-z0-9][a-z0-9:._-]*$/.test(slug)) return
  throw new ApiError(422, {
    message: `The slug '${slug}' may contain lowercase letters, numbers and : . _ - only.`,
  })
}

const findRole = ({ store }: Environment, slug: string) =>
  store.roles.find((role) => role.slug === slug)

function requireRole(environment: Environment, slug: string): RoleRecord {
  const role = findRole(environment, slug)
  if (!role) throw notFoundError('Role', slug)
  return role
}

const change = (environment: Environment, role: RoleRecord, fields: Partial<RoleRecord>) =>
  presentRole(
    environment.store.roles.update(role.id, {
      ...fields,
      updated_at: isoTime(environment.clock.now()),
    }),
  )
