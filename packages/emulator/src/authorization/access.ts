import type { Environment } from '../environment.ts'
import type { MembershipRecord } from '../store/records.ts'
import { findRoleIn } from './roles.ts'

/** A role that somebody holds on a resource, and how they came by it. */
export type HeldRole = {
  /** The id of a resource, or of the organization itself. */
  resourceId: string
  roleSlug: string
  source: { type: 'direct'; assignmentId: string | null } | { type: 'group'; grantId: string }
}

/** Every role that a membership holds: in its organization, on resources, and through its groups. */
export function heldRoles({ store }: Environment, membership: MembershipRecord): HeldRole[] {
  const groups = store.groupMembers
    .filter((member) => member.organization_membership_id === membership.id)
    .map(({ group_id }) => group_id)
  return [
    ...membership.role_slugs.map(
      (roleSlug): HeldRole => ({
        resourceId: membership.organization_id,
        roleSlug,
        source: { type: 'direct', assignmentId: null },
      }),
    ),
    ...store.roleAssignments
      .filter((each) => each.organization_membership_id === membership.id)
      .map(
        ({ id, resource_id, role_slug }): HeldRole => ({
          resourceId: resource_id,
          roleSlug: role_slug,
          source: { type: 'direct', assignmentId: id },
        }),
      ),
    ...store.groupRoleAssignments
      .filter(({ group_id }) => groups.includes(group_id))
      .map(
        ({ id, resource_id, role_slug }): HeldRole => ({
          resourceId: resource_id,
          roleSlug: role_slug,
          source: { type: 'group', grantId: id },
        }),
      ),
  ]
}

/** A resource and all that it lies in, up to its organization. */
export function lineOf({ store }: Environment, resourceId: string): string[] {
  const line = [resourceId]
  for (let at = store.authorizationResources.get(resourceId); at; ) {
    const above = at.parent_resource_id ?? at.organization_id
    if (line.includes(above)) break
    line.push(above)
    at = store.authorizationResources.get(above)
  }
  return line
}

/**
 * What a membership may do on a resource: what the roles allow that it holds on the resource itself
 * (`direct`), and those that it holds on what the resource lies in; of their permissions, those for
 * the resource's own type. Without an active membership, nothing.
 */
export function effectivePermissions(
  environment: Environment,
  options: { membership: MembershipRecord; resourceId: string; only?: 'direct' | 'indirect' },
): Set<string> {
  const { membership, resourceId, only } = options
  if (membership.status !== 'active') return new Set()
  const line = lineOf(environment, resourceId)
  const [itself, ...above] = line
  const counts = only === 'direct' ? [itself] : only === 'indirect' ? above : line
  const type =
    environment.store.authorizationResources.get(resourceId)?.resource_type_slug ?? 'organization'
  const ofType = new Set(
    environment.store.permissions
      .filter(({ resource_type_slug }) => resource_type_slug === type)
      .map(({ slug }) => slug),
  )
  return new Set(
    heldRoles(environment, membership)
      .filter((held) => counts.includes(held.resourceId))
      .flatMap(({ roleSlug }) => {
        const { organization_id: organizationId } = membership
        return findRoleIn(environment, { organizationId, slug: roleSlug })?.permissions ?? []
      })
      .filter((slug) => ofType.has(slug)),
  )
}
