import type { Environment } from '../environment.ts'

/** Deletes a membership, its place in groups, and the roles that it holds on resources. */
export function deleteMembership({ store }: Environment, membershipId: string): void {
  const isIts = (each: { organization_membership_id: string }) =>
    each.organization_membership_id === membershipId
  for (const { id } of store.groupMembers.filter(isIts)) store.groupMembers.delete(id)
  for (const { id } of store.roleAssignments.filter(isIts)) store.roleAssignments.delete(id)
  store.memberships.delete(membershipId)
}
