import { groupNamed, makeDirectory, savePerson } from '../administration/directories.ts'
import type { Environment } from '../environment.ts'
import type { ParsedSeed } from './seed.ts'

type DirectorySeed = NonNullable<ParsedSeed['organizations'][number]['directory']>

/** Adds a directory with its people, and a group for every name that they give. */
export function addDirectory(
  environment: Environment,
  options: { organizationId: string; seed: DirectorySeed },
): void {
  const { organizationId, seed } = options
  const { id, name, type } = seed
  const directory = makeDirectory(environment, {
    ...(id !== undefined && { id }),
    organizationId,
    name,
    type,
  })
  for (const group of new Set(seed.users.flatMap(({ groups }) => groups))) {
    groupNamed(environment, directory, group)
  }
  for (const { email, firstName, lastName, state, groups, customAttributes } of seed.users) {
    savePerson(environment, directory, {
      email,
      firstName: firstName ?? null,
      lastName: lastName ?? null,
      state,
      groups,
      customAttributes,
    })
  }
}
