import { type OrganizationMembershipWire, organizationMemberships } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { presentUser } from '../authentication/user.ts'
import { deleteMembership } from '../authorization/deleteMembership.ts'
import { findRoleIn } from '../authorization/roles.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import { paginate } from '../store/paginate.ts'
import type { MembershipRecord } from '../store/records.ts'
import { notFoundError, plainError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** The role of a member nobody chose a role for. */
const defaultRole = 'member'

/** Memberships: list, make, read, change, delete, deactivate and reactivate. */
export function serveOrganizationMemberships(app: Hono<AppEnv>): void {
  serve(app, organizationMemberships.list, ({ environment, query }) => {
    const { user_id, organization_id, statuses = ['active'] } = query
    if (user_id === undefined && organization_id === undefined) {
      throw plainError(
        400,
        'missing_user_id_or_organization_id',
        'Either user_id or organization_id is required.',
      )
    }
    if (user_id !== undefined) requireUser(environment, user_id)
    if (organization_id !== undefined) requireOrganization(environment, organization_id)
    const found = environment.store.memberships.filter(
      (membership) =>
        (user_id === undefined || membership.user_id === user_id) &&
        (organization_id === undefined || membership.organization_id === organization_id) &&
        statuses.includes(membership.status),
    )
    const page = paginate(found, query)
    return { ...page, data: page.data.map((each) => presentMembership(environment, each)) }
  })

  serve(app, organizationMemberships.create, ({ environment, body }) => {
    const { store, clock } = environment
    const user = requireUser(environment, body.user_id)
    const organization = requireOrganization(environment, body.organization_id)
    const existing = store.memberships.find(
      (each) => each.user_id === user.id && each.organization_id === organization.id,
    )
    if (existing) {
      throw plainError(
        400,
        'organization_membership_already_exists',
        'The user is a member of the organization already.',
      )
    }
    const at = isoTime(clock.now())
    const membership = store.memberships.insert({
      id: newId('membership', clock.now()),
      user_id: user.id,
      organization_id: organization.id,
      status: 'active',
      role_slugs: chooseRoles(environment, organization.id, body) ?? [defaultRole],
      directory_managed: false,
      custom_attributes: {},
      created_at: at,
      updated_at: at,
    })
    return presentMembership(environment, membership)
  })

  serve(app, organizationMemberships.get, ({ environment, params }) =>
    presentMembership(environment, requireMembership(environment, params.id)),
  )

  serve(app, organizationMemberships.update, ({ environment, params, body }) => {
    const membership = requireMembership(environment, params.id)
    const role_slugs =
      chooseRoles(environment, membership.organization_id, body) ?? membership.role_slugs
    return change(environment, membership, { role_slugs })
  })

  serve(app, organizationMemberships.delete, ({ environment, params }) => {
    deleteMembership(environment, requireMembership(environment, params.id).id)
  })

  serve(app, organizationMemberships.deactivate, ({ environment, params }) => {
    const membership = requireMembership(environment, params.id)
    if (membership.status === 'pending') {
      throw plainError(
        400,
        'cannot_deactivate_pending_organization_membership',
        'A pending organization membership cannot be deactivated. Delete it instead.',
      )
    }
    return change(environment, membership, { status: 'inactive' })
  })

  serve(app, organizationMemberships.reactivate, ({ environment, params }) => {
    const membership = requireMembership(environment, params.id)
    if (membership.status === 'pending') {
      throw plainError(
        400,
        'cannot_reactivate_pending_organization_membership',
        'A pending organization membership cannot be reactivated. Its user accepts the invitation instead.',
      )
    }
    return change(environment, membership, { status: 'active' })
  })
}

/** The membership with the id; 404 when there is none. */
export function requireMembership({ store }: Environment, id: string): MembershipRecord {
  const membership = store.memberships.get(id)
  if (!membership) throw notFoundError('Organization membership', id)
  return membership
}

function change(
  environment: Environment,
  membership: MembershipRecord,
  fields: Partial<MembershipRecord>,
): OrganizationMembershipWire {
  const updated_at = isoTime(environment.clock.now())
  return presentMembership(
    environment,
    environment.store.memberships.update(membership.id, { ...fields, updated_at }),
  )
}

function chooseRoles(
  environment: Environment,
  organizationId: string,
  choice: { role_slug?: string | undefined; role_slugs?: string[] | undefined },
): MembershipRecord['role_slugs'] | undefined {
  const slugs = choice.role_slugs ?? (choice.role_slug === undefined ? [] : [choice.role_slug])
  for (const slug of slugs) {
    if (!findRoleIn(environment, { organizationId, slug })) {
      throw plainError(422, 'invalid_role', `Role '${slug}' is not a valid role.`)
    }
  }
  const [first, ...others] = slugs
  return first === undefined ? undefined : [first, ...others]
}

function presentMembership(
  { store }: Environment,
  membership: MembershipRecord,
): OrganizationMembershipWire {
  const { role_slugs, ...shown } = membership
  const user = store.users.get(membership.user_id)
  const organization = store.organizations.get(membership.organization_id)
  return {
    object: 'organization_membership',
    ...shown,
    ...(organization && { organization_name: organization.name }),
    role: { slug: role_slugs[0] },
    roles: role_slugs.map((slug) => ({ slug })),
    ...(user && { user: presentUser(user) }),
  }
}
