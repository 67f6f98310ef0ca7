import { presentPermission } from '../api/permissions.ts'
import type { Transition } from '../store/collection.ts'
import type { RoleRecord } from '../store/records.ts'
import type {
  ApiKeyRecord,
  GroupMemberRecord,
  OrganizationRoleRecord,
} from '../store/resourceRecords.ts'
import { lifecycle } from './lifecycle.ts'
import type { NewEvent } from './recordEvent.ts'

/** What became of a role of the environment. */
export const describeRole = (transition: Transition<RoleRecord>): NewEvent[] =>
  lifecycle('role', transition, (role) => ({ object: 'role', ...role }))

/** What became of a role of one organization. */
export const describeOrganizationRole = (
  transition: Transition<OrganizationRoleRecord>,
): NewEvent[] =>
  lifecycle('organization_role', transition, (role) => ({ object: 'organization_role', ...role }))

/** What became of a permission. */
export const describePermission = (
  transition: Transition<Parameters<typeof presentPermission>[0]>,
): NewEvent[] => lifecycle('permission', transition, presentPermission)

/** What became of a customer's API key. That it was used is nothing to tell. */
export function describeApiKey({ before, after }: Transition<ApiKeyRecord>): NewEvent[] {
  if (!after) return [{ event: 'api_key.revoked', data: before }]
  if (!before) return [{ event: 'api_key.created', data: after }]
  if (before.expires_at === after.expires_at) return []
  const previous_attributes = { expires_at: before.expires_at }
  return [{ event: 'api_key.updated', data: { ...after, previous_attributes } }]
}

/** Who joined a group, and who left it. */
export function describeGroupMember({ before, after }: Transition<GroupMemberRecord>): NewEvent[] {
  if (!after) return [{ event: 'group.member_removed', data: before }]
  return before ? [] : [{ event: 'group.member_added', data: after }]
}
