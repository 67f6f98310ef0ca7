import { type PermissionWire, permissions } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import type { PermissionRecord } from '../store/records.ts'
import { notFoundError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireSlug } from './roles.ts'
import { serve } from './serve.ts'

/** Permissions: list, make, read, change and delete. */
export function servePermissions(app: Hono<AppEnv>): void {
  serve(app, permissions.list, ({ environment, query }) =>
    listPage(environment.store.permissions.all(), query, presentPermission),
  )

  serve(app, permissions.create, ({ environment, body }) => {
    const { store, clock } = environment
    requireSlug(body.slug)
    if (store.permissions.find(({ slug }) => slug === body.slug)) {
      throw plainError(
        409,
        'permission_slug_conflict',
        `There is a permission '${body.slug}' already.`,
      )
    }
    return presentPermission(
      store.permissions.insert({
        id: newId('permission', clock.now()),
        slug: body.slug,
        name: body.name,
        description: body.description ?? null,
        resource_type_slug: body.resource_type_slug ?? 'organization',
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, permissions.get, ({ environment, params }) =>
    presentPermission(requirePermission(environment, params.slug)),
  )

  serve(app, permissions.update, ({ environment, params, body }) => {
    const { store, clock } = environment
    const { id } = requirePermission(environment, params.slug)
    return presentPermission(
      store.permissions.update(id, { ...defined(body), updated_at: isoTime(clock.now()) }),
    )
  })

  serve(app, permissions.delete, ({ environment, params }) => {
    const { store, clock } = environment
    const { id, slug } = requirePermission(environment, params.slug)
    const updated_at = isoTime(clock.now())
    for (const collection of [store.roles, store.organizationRoles]) {
      for (const role of collection.filter((each) => each.permissions.includes(slug))) {
        const kept = role.permissions.filter((each) => each !== slug)
        collection.update(role.id, { permissions: kept, updated_at })
      }
    }
    store.permissions.delete(id)
  })
}

/** A permission as the API shows it. */
export const presentPermission = (permission: PermissionRecord): PermissionWire => ({
  object: 'permission',
  ...permission,
  system: false,
})

function requirePermission({ store }: Environment, slug: string): PermissionRecord {
  const permission = store.permissions.find((each) => each.slug === slug)
  if (!permission) throw notFoundError('Permission', slug)
  return permission
}
