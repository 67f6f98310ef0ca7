import { isoTime, recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type {
  DirectoryGroupRecord,
  DirectoryRecord,
  DirectoryUserRecord,
} from '../store/resourceRecords.ts'

/** Links a directory, which WorkOS leaves to its dashboard and its portal. */
export const makeDirectory = (
  { store, clock }: Environment,
  wish: { id?: string; organizationId: string; name: string; type: DirectoryRecord['type'] },
): DirectoryRecord =>
  store.directories.insert({
    object: 'directory',
    id: wish.id ?? newId('directory', clock.now()),
    organization_id: wish.organizationId,
    external_key: slugOf(wish.name),
    type: wish.type,
    state: 'linked',
    name: wish.name,
    ...recordedNow(clock),
  })

/** What is known about somebody in a directory. */
export type DirectoryPerson = {
  email: string
  firstName: string | null
  lastName: string | null
  state: DirectoryUserRecord['state']
  /** Names; groups that are not there yet are made. */
  groups: readonly string[]
  /** Left as they are unless given. */
  customAttributes?: Record<string, string>
}

/** Adds somebody to a directory, or changes what it knows of them. */
export function savePerson(
  environment: Environment,
  directory: DirectoryRecord,
  person: DirectoryPerson & { id?: string },
): DirectoryUserRecord {
  const { store, clock } = environment
  const group_ids = person.groups.map((name) => groupNamed(environment, directory, name).id)
  const known = {
    email: person.email,
    idp_id: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    name: [person.firstName, person.lastName].filter(Boolean).join(' ') || null,
    state: person.state,
    group_ids,
    ...(person.customAttributes && { custom_attributes: person.customAttributes }),
  }
  if (person.id !== undefined) {
    return store.directoryUsers.update(person.id, { ...known, updated_at: isoTime(clock.now()) })
  }
  return store.directoryUsers.insert({
    object: 'directory_user',
    id: newId('directoryUser', clock.now()),
    directory_id: directory.id,
    organization_id: directory.organization_id,
    emails: [],
    job_title: null,
    username: null,
    raw_attributes: {},
    custom_attributes: {},
    ...known,
    ...recordedNow(clock),
  })
}

/** The group of a directory with the name, made where there is none. */
export function groupNamed(
  { store, clock }: Environment,
  directory: DirectoryRecord,
  name: string,
): DirectoryGroupRecord {
  const found = store.directoryGroups.find(
    (group) => group.directory_id === directory.id && group.name === name,
  )
  return (
    found ??
    store.directoryGroups.insert({
      object: 'directory_group',
      id: newId('directoryGroup', clock.now()),
      idp_id: slugOf(name),
      directory_id: directory.id,
      organization_id: directory.organization_id,
      name,
      raw_attributes: {},
      ...recordedNow(clock),
    })
  )
}

/** Deletes a group; whoever was in it leaves it first. */
export function deleteGroup({ store, clock }: Environment, id: string): void {
  for (const user of store.directoryUsers.filter(({ group_ids }) => group_ids.includes(id))) {
    store.directoryUsers.update(user.id, {
      group_ids: user.group_ids.filter((each) => each !== id),
      updated_at: isoTime(clock.now()),
    })
  }
  store.directoryGroups.delete(id)
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
