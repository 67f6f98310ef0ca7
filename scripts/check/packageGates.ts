import { pack } from './pack.ts'
import { type PublicPackage, publicPackages } from './publicPackages.ts'
import { type Problems, problemsOf, type Step } from './step.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'

const inspect = async (each: PublicPackage, folder: string): Promise<Problems> => {
  const tarball = await pack(each, folder)
  const found = await Promise.all([
    problemsOf('publint', ['run', '--strict', tarball]),
    // The packages are ES modules only: Node 22 and every bundler load them from CommonJS as well.
    problemsOf('attw', ['--profile', 'esm-only', '--no-color', '--no-emoji', tarball]),
  ])
  return found.flat().map((problem) => `${each.manifest.name}\n${problem}`)
}

/** What publint and "are the types wrong" say about each package as it would be published. */
export const packageGates: Step = {
  name: 'packages',
  find: () =>
    inTemporaryFolder(async (folder) => {
      const packages = await publicPackages()
      return (await Promise.all(packages.map((each) => inspect(each, folder)))).flat()
    }),
}
