import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type EntryPoint, missingFiles, publicPackages } from './publicPackages.ts'
import { type Problems, problemsOf, type Step } from './step.ts'

const snapshotFile = join(import.meta.dirname, 'exports.snapshot.json')

type Snapshot = Readonly<Record<string, readonly string[]>>

/** The names that a built module exports at run time. */
const namesOf = async ({ module }: EntryPoint): Promise<readonly string[]> => {
  const { metafile } = await build({
    entryPoints: [module],
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return Object.values(metafile.outputs)
    .flatMap((output) => output.exports)
    .sort()
}

/** Every public entry point with its exports. */
export const currentExports = async (): Promise<Snapshot> => {
  const entryPoints = (await publicPackages()).flatMap((each) => each.entryPoints)
  const missing = await missingFiles(entryPoints)
  if (missing.length > 0) throw new Error(missing.join('\n'))
  return Object.fromEntries(
    await Promise.all(
      entryPoints.map(
        async (entryPoint) => [entryPoint.specifier, await namesOf(entryPoint)] as const,
      ),
    ),
  )
}

/** One sentence for everything that came or went. */
export const differences = (before: Snapshot, after: Snapshot): Problems => {
  const flat = (snapshot: Snapshot) =>
    new Set(
      Object.entries(snapshot).flatMap(([specifier, names]) => [
        `entry point ${specifier}`,
        ...names.map((name) => `${name} from ${specifier}`),
      ]),
    )
  const [old, now] = [flat(before), flat(after)]
  return [
    ...[...old.difference(now)].map((what) => `gone: ${what}`),
    ...[...now.difference(old)].map((what) => `new: ${what}`),
  ]
}

/** Records the exports as they are now. */
export const updateExports = async (): Promise<void> => {
  await writeFile(snapshotFile, JSON.stringify(await currentExports()))
  await problemsOf('biome', ['format', '--write', snapshotFile])
}

/** The public surface against the recorded one, so that no export comes or goes unnoticed. */
export const exportsSnapshot: Step = {
  name: 'exports',
  find: async () => {
    const recorded = JSON.parse(await readFile(snapshotFile, 'utf8')) as Snapshot
    const found = differences(recorded, await currentExports())
    return found.length === 0 ? [] : [...found, 'If this is meant: node scripts/check.ts --update']
  },
}
