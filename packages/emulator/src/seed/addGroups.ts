import { findUserByEmail } from '../authentication/user.ts'
import { recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { ParsedSeed } from './seed.ts'

/** Adds an organization's groups; whoever is not its member is in none of them. */
export function addGroups(
  environment: Environment,
  {
    organizationId,
    groups,
  }: {
    organizationId: string
    groups: ParsedSeed['organizations'][number]['groups']
  },
): void {
  const { store, clock } = environment
  for (const { name, description = null, members } of groups) {
    const group = store.groups.insert({
      object: 'group',
      id: newId('group', clock.now()),
      organization_id: organizationId,
      name,
      description,
      ...recordedNow(clock),
    })
    const users = members.map((email) => findUserByEmail(environment, email)?.id)
    const found = store.memberships.filter(
      ({ organization_id, user_id }) =>
        organization_id === organizationId && users.includes(user_id),
    )
    for (const { id } of found) {
      store.groupMembers.insert({
        id: `${group.id}:${id}`,
        group_id: group.id,
        organization_membership_id: id,
      })
    }
  }
}
