import { presentOrganization } from '../api/organizations.ts'
import { presentSession } from '../authentication/session.ts'
import { presentUser } from '../authentication/user.ts'
import type { Environment } from '../environment.ts'
import type { Transition } from '../store/collection.ts'
import type {
  MembershipRecord,
  OrganizationRecord,
  SessionRecord,
  UserRecord,
} from '../store/records.ts'
import type { Happening } from '../store/store.ts'
import {
  describeApiKey,
  describeGroupMember,
  describeOrganizationRole,
  describePermission,
  describeRole,
} from './describeAccess.ts'
import {
  describeConnection,
  describeInvitation,
  describePasswordReset,
} from './describeAuthentication.ts'
import { describeConnectedAccount } from './describeConnectedAccount.ts'
import {
  describeDirectory,
  describeDirectoryGroup,
  describeDirectoryUser,
} from './describeDirectory.ts'
import { describeDomains } from './describeDomains.ts'
import { describeFlag } from './describeFlag.ts'
import { lifecycle, onlyMade } from './lifecycle.ts'
import type { NewEvent } from './recordEvent.ts'

/**
 * What the event log says about something that came about: nothing, an event, or several. Only what
 * the contract declares of each payload is told, so records may be handed over whole.
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
      return lifecycle('organization_membership', happening, presentRoles)
    case 'roles':
      return describeRole(happening)
    case 'permissions':
      return describePermission(happening)
    case 'emailVerifications':
      return onlyMade(
        'email_verification.created',
        happening,
        ({ code, attempts, used, ...rest }) => ({
          object: 'email_verification',
          ...rest,
        }),
      )
    case 'radarChallenges':
      return onlyMade('radar.challenge_created', happening, ({ id, user_id, email }) => ({
        type: 'email',
        radar_challenge_id: id,
        user_id,
        email,
      }))
    case 'passwordResets':
      return describePasswordReset(happening)
    case 'magicAuths':
      return onlyMade('magic_auth.created', happening, (magicAuth) => ({
        object: 'magic_auth',
        ...magicAuth,
      }))
    case 'invitations':
      return describeInvitation(happening)
    case 'connections':
      return describeConnection(environment, happening)
    case 'connectedAccounts':
      return describeConnectedAccount(environment, happening)
    case 'organizationRoles':
      return describeOrganizationRole(happening)
    case 'apiKeys':
      return describeApiKey(happening)
    case 'groups':
      return lifecycle('group', happening, (group) => group)
    case 'groupMembers':
      return describeGroupMember(happening)
    case 'directories':
      return describeDirectory(environment, happening)
    case 'directoryGroups':
      return describeDirectoryGroup(happening)
    case 'directoryUsers':
      return describeDirectoryUser(environment, happening)
    case 'featureFlags':
      return describeFlag(environment, happening)
    default:
      return []
  }
}

type Payload = Record<string, unknown>

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

function presentRoles({ role_slugs, ...membership }: MembershipRecord): Payload {
  return {
    object: 'organization_membership',
    ...membership,
    role: { slug: role_slugs[0] },
    roles: role_slugs.map((slug) => ({ slug })),
  }
}
