import { recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { ParsedSeed } from './seed.ts'

type DirectorySeed = NonNullable<ParsedSeed['organizations'][number]['directory']>

/** Adds a directory with its people, and a group for every name that they give. */
export function addDirectory(
  { store, clock }: Environment,
  options: { organizationId: string; seed: DirectorySeed },
): void {
  const { organizationId: organization_id, seed } = options
  const now = clock.now()
  const directory = store.directories.insert({
    object: 'directory',
    id: seed.id ?? newId('directory', now),
    organization_id,
    external_key: slugOf(seed.name),
    type: seed.type,
    state: 'linked',
    name: seed.name,
    ...recordedNow(clock),
  })
  const names = [...new Set(seed.users.flatMap(({ groups }) => groups))]
  const groups = names.map((name) =>
    store.directoryGroups.insert({
      object: 'directory_group',
      id: newId('directoryGroup', now),
      idp_id: slugOf(name),
      directory_id: directory.id,
      organization_id,
      name,
      raw_attributes: {},
      ...recordedNow(clock),
    }),
  )
  for (const user of seed.users) {
    const { email, firstName: first_name = null, lastName: last_name = null } = user
    store.directoryUsers.insert({
      object: 'directory_user',
      id: newId('directoryUser', now),
      directory_id: directory.id,
      organization_id,
      idp_id: email,
      email,
      first_name,
      last_name,
      name: [first_name, last_name].filter(Boolean).join(' ') || null,
      emails: [],
      job_title: null,
      username: null,
      state: user.state,
      raw_attributes: {},
      custom_attributes: user.customAttributes,
      group_ids: groups.filter(({ name }) => user.groups.includes(name)).map(({ id }) => id),
      ...recordedNow(clock),
    })
  }
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
