import { presentOrganization } from '../api/organizations.ts'
import { presentSession } from '../authentication/session.ts'
import { presentUser } from '../authentication/user.ts'
import type { Environment } from '../environment.ts'
import type { Transition } from '../store/collection.ts'
import type {
  MembershipRecord,
  OrganizationRecord,
  PasswordResetRecord,
  PermissionRecord,
  SessionRecord,
  UserRecord,
} from '../store/records.ts'
import type { Happening } from '../store/store.ts'
import { describeDomains } from './describeDomains.ts'
import type { NewEvent } from './recordEvent.ts'

/**
 * What the event log says about something that came about: nothing, an event, or several. Codes,
 * tokens and links are in the records and never in what is said.
 */
export function describe(environment: Environment, happening: Happening): NewEvent[] {
  switch (happening.collection) {
    case 'users':
      return describeUser(happening)
    case 'sessions':
      return describeSession(environment, happening)
    case 'organizations':
      return describeOrganization(happening)
    case 'memberships':
      return lifecycle('organization_membership', happening, slimMembership)
    case 'roles':
      return lifecycle('role', happening, slimRole)
    case 'permissions':
      return lifecycle('permission', happening, slimPermission)
    case 'emailVerifications':
      return onlyMade(
        'email_verification.created',
        happening,
        ({ code, attempts, used, ...rest }) => ({
          object: 'email_verification',
          ...rest,
        }),
      )
    case 'passwordResets':
      return describePasswordReset(happening)
    default:
      return []
  }
}

type Payload = Record<string, unknown>

/** `<name>.created`, `<name>.updated` and `<name>.deleted`. */
export function lifecycle<Item>(
  name: string,
  { before, after }: { before: Item | null; after: Item | null },
  present: (item: Item) => Payload,
): NewEvent[] {
  if (!after) return before ? [{ event: `${name}.deleted`, data: present(before) }] : []
  return [{ event: `${name}.${before ? 'updated' : 'created'}`, data: present(after) }]
}

/** An event for what is made, and none for what becomes of it. */
export function onlyMade<Item>(
  event: string,
  { before, after }: { before: Item | null; after: Item | null },
  present: (item: Item) => Payload,
): NewEvent[] {
  return after && !before ? [{ event, data: present(after) }] : []
}

/** A sign-in stamps `last_sign_in_at` and nothing else, which is not an update. */
function describeUser(transition: Transition<UserRecord>): NewEvent[] {
  const { before, after } = transition
  if (before && after && before.updated_at === after.updated_at) {
    const signedIn = before.last_sign_in_at !== after.last_sign_in_at
    if (signedIn) return []
  }
  return lifecycle('user', transition, presentUser)
}

function describeSession(
  environment: Environment,
  { before, after }: Transition<SessionRecord>,
): NewEvent[] {
  if (after && !before) {
    return [{ event: 'session.created', data: presentSession(environment, after) }]
  }
  if (before && after?.ended_at && !before.ended_at) {
    return [{ event: 'session.revoked', data: presentSession(environment, after) }]
  }
  return []
}

function describeOrganization(transition: Transition<OrganizationRecord>): NewEvent[] {
  const { before, after } = transition
  const itself = !before || !after || before.updated_at !== after.updated_at
  return [
    ...(itself ? lifecycle('organization', transition, presentOrganization) : []),
    ...describeDomains(transition),
  ]
}

function slimMembership({ role_slugs, ...membership }: MembershipRecord): Payload {
  return {
    object: 'organization_membership',
    ...membership,
    role: { slug: role_slugs[0] },
    roles: role_slugs.map((slug) => ({ slug })),
  }
}

const slimRole = (role: {
  slug: string
  resource_type_slug: string
  permissions: string[]
  created_at: string
  updated_at: string
}): Payload => ({
  object: 'role',
  slug: role.slug,
  resource_type_slug: role.resource_type_slug,
  permissions: role.permissions,
  created_at: role.created_at,
  updated_at: role.updated_at,
})

const slimPermission = (permission: PermissionRecord): Payload => ({
  object: 'permission',
  system: false,
  ...permission,
})

function describePasswordReset({ before, after }: Transition<PasswordResetRecord>): NewEvent[] {
  if (!after || (before && (before.used || !after.used))) return []
  const { token, flow_id, used, ...rest } = after
  const event = before ? 'password_reset.succeeded' : 'password_reset.created'
  return [{ event, data: { object: 'password_reset', ...rest } }]
}
