import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Environment } from '../support/environment.ts'

/** Whether there is a program at this path. */
export const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** The first of these paths at which there is a program. */
export const firstProgram = async (paths: readonly string[]): Promise<string | undefined> => {
  for (const path of paths) if (await isProgram(path)) return path
  return undefined
}

/** Where programs of these names would be, by the environment's search path. */
export const onPath = (names: readonly string[], environment: Environment): readonly string[] => {
  const folders = (environment.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
