import type { Environment } from '../environment.ts'
import type { Transition } from '../store/collection.ts'
import type {
  DirectoryGroupRecord,
  DirectoryRecord,
  DirectoryUserRecord,
} from '../store/resourceRecords.ts'
import type { NewEvent } from './recordEvent.ts'

/** What became of a directory. Events know other names for its states than the API. */
export function describeDirectory(
  { store }: Environment,
  { before, after }: Transition<DirectoryRecord>,
): NewEvent[] {
  if (!after) {
    return [{ event: 'dsync.deleted', data: { ...before, state: 'deleting' } }]
  }
  if (after.state !== 'linked' || before?.state === 'linked') return []
  const domains = store.organizations.get(after.organization_id)?.domains ?? []
  return [
    {
      event: 'dsync.activated',
      data: {
        ...after,
        state: 'active',
        domains: domains.map(({ object, id, domain }) => ({ object, id, domain })),
      },
    },
  ]
}

/** What became of a directory's group. */
export function describeDirectoryGroup({
  before,
  after,
}: Transition<DirectoryGroupRecord>): NewEvent[] {
  if (!after) return [{ event: 'dsync.group.deleted', data: before }]
  return [{ event: before ? 'dsync.group.updated' : 'dsync.group.created', data: after }]
}

/** What became of a directory's person, and which groups they joined and left. */
export function describeDirectoryUser(
  { store }: Environment,
  { before, after }: Transition<DirectoryUserRecord>,
): NewEvent[] {
  const then = before?.group_ids ?? []
  const now = after?.group_ids ?? []
  const person = after ?? before
  const moved = (
    event: 'dsync.group.user_added' | 'dsync.group.user_removed',
    ids: string[],
  ): NewEvent[] =>
    ids.flatMap((id) => {
      const group = store.directoryGroups.get(id)
      return group
        ? [{ event, data: { directory_id: group.directory_id, user: person, group } }]
        : []
    })
  return [
    { event: nameOf({ before, after }), data: person },
    ...moved(
      'dsync.group.user_added',
      now.filter((id) => !then.includes(id)),
    ),
    ...moved(
      'dsync.group.user_removed',
      then.filter((id) => !now.includes(id)),
    ),
  ]
}

function nameOf({ before, after }: { before: unknown; after: unknown }) {
  if (!after) return 'dsync.user.deleted'
  return before ? 'dsync.user.updated' : 'dsync.user.created'
}
