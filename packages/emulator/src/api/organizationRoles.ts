import { organizationRoles } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { rolesIn } from '../authorization/roles.ts'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import type { OrganizationRoleRecord } from '../store/resourceRecords.ts'
import { randomToken } from '../store/secret.ts'
import { notFoundError, plainError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { presentRole, requirePermissions, requireSlug } from './roles.ts'
import { serve } from './serve.ts'
import { wholeList } from './wholeList.ts'

/** Roles of one organization: its own, beside those it inherits, which it cannot change. */
export function serveOrganizationRoles(app: Hono<AppEnv>): void {
  serve(app, organizationRoles.list, ({ environment, params }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    return wholeList(rolesIn(environment, id).map(presentRole))
  })

  serve(app, organizationRoles.create, ({ environment, params, body }) => {
    const { store, clock } = environment
    const organization_id = requireOrganization(environment, params.organization_id).id
    const slug = body.slug ?? makeSlug(body.name)
    requireSlug(slug)
    if (!slug.startsWith('org-')) {
      throw plainError(400, 'bad_request', "The slug of an organization's role begins with 'org-'.")
    }
    if (rolesIn(environment, organization_id).some((role) => role.slug === slug)) {
      throw plainError(409, 'organization_role_slug_conflict', `There is a role '${slug}' already.`)
    }
    return presentRole(
      store.organizationRoles.insert({
        id: newId('role', clock.now()),
        organization_id,
        slug,
        name: body.name,
        description: body.description ?? null,
        resource_type_slug: body.resource_type_slug ?? 'organization',
        permissions: [],
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, organizationRoles.get, ({ environment, params }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    const role = rolesIn(environment, id).find(({ slug }) => slug === params.slug)
    if (!role) throw notFoundError('Role', params.slug)
    return presentRole(role)
  })

  serve(app, organizationRoles.update, ({ environment, params, body }) =>
    change(environment, requireOwnRole(environment, params), defined(body)),
  )

  serve(app, organizationRoles.delete, ({ environment, params }) => {
    const { store } = environment
    const role = requireOwnRole(environment, params)
    const held = store.memberships.find(
      ({ organization_id, role_slugs }) =>
        organization_id === role.organization_id && role_slugs.includes(role.slug),
    )
    if (held || store.roleAssignments.find(({ role_slug }) => role_slug === role.slug)) {
      throw plainError(409, 'role_has_assignments', `The role '${role.slug}' is held by somebody.`)
    }
    store.organizationRoles.delete(role.id)
  })

  serve(app, organizationRoles.setPermissions, ({ environment, params, body }) => {
    const role = requireOwnRole(environment, { ...params, slug: params.role_slug })
    const permissions = requirePermissions(environment, body.permissions)
    return change(environment, role, { permissions })
  })

  serve(app, organizationRoles.addPermission, ({ environment, params, body }) => {
    const role = requireOwnRole(environment, { ...params, slug: params.role_slug })
    const added = requirePermissions(environment, [body.slug])
    return change(environment, role, { permissions: [...new Set([...role.permissions, ...added])] })
  })

  serve(app, organizationRoles.removePermission, ({ environment, params }) => {
    const role = requireOwnRole(environment, { ...params, slug: params.role_slug })
    const [removed] = requirePermissions(environment, [params.permission_slug])
    return change(environment, role, {
      permissions: role.permissions.filter((slug) => slug !== removed),
    })
  })
}

function requireOwnRole(
  environment: Environment,
  { organization_id, slug }: { organization_id: string; slug: string },
): OrganizationRoleRecord {
  const { id } = requireOrganization(environment, organization_id)
  const role = environment.store.organizationRoles.find(
    (each) => each.organization_id === id && each.slug === slug,
  )
  if (role) return role
  if (environment.store.roles.find((each) => each.slug === slug)) {
    throw plainError(400, 'bad_request', `'${slug}' is a role of the environment.`)
  }
  throw notFoundError('Role', slug)
}

const change = (
  { store, clock }: Environment,
  role: OrganizationRoleRecord,
  fields: Partial<OrganizationRoleRecord>,
) =>
  presentRole(
    store.organizationRoles.update(role.id, { ...fields, updated_at: isoTime(clock.now()) }),
  )

/** From the name, and random at the end. */
const makeSlug = (name: string): string =>
  `org-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${randomToken(6).toLowerCase()}`
