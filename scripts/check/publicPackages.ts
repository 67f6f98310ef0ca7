import { access, glob, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from '../support/paths.ts'

export type Manifest = {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly files?: readonly string[]
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** A module that users import. */
export type EntryPoint = {
  /** As users write it, e.g. `@latchkey/next/proxy`. */
  readonly specifier: string
  /** The built module and its declarations. */
  readonly module: string
  readonly types: string
}

/** A package that is published. */
export type PublicPackage = {
  readonly folder: string
  readonly manifest: Manifest
  readonly entryPoints: readonly EntryPoint[]
}

const entryPointsOf = (folder: string, manifest: Manifest): readonly EntryPoint[] =>
  Object.entries(manifest.exports ?? {})
    .filter(([path]) => path !== './package.json')
    .map(([path, targets]) => {
      const specifier = join(manifest.name, path)
      const { default: module, types } = typeof targets === 'string' ? {} : targets
      if (module === undefined || types === undefined) {
        throw new Error(`${specifier} must name "types" and "default" in package.json.`)
      }
      return { specifier, module: join(folder, module), types: join(folder, types) }
    })

/** Every package under `packages/` that is not private. */
export const publicPackages = async (): Promise<readonly PublicPackage[]> => {
  const manifests = await Array.fromAsync(glob(join(root, 'packages', '*', 'package.json')))
  const packages = await Promise.all(
    manifests.sort().map(async (file) => {
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest
      const folder = dirname(file)
      return { folder, manifest, entryPoints: entryPointsOf(folder, manifest) }
    }),
  )
  return packages.filter(({ manifest }) => manifest.private !== true)
}

/** One sentence for every built file that a package promises and does not have. */
export const missingFiles = async (
  entryPoints: readonly EntryPoint[],
): Promise<readonly string[]> => {
  const checked = entryPoints.flatMap(({ specifier, module, types }) =>
    [module, types].map((file) =>
      access(file).then(
        () => undefined,
        () => `${specifier}: ${relative(root, file)} is missing. Is the package built?`,
      ),
    ),
  )
  return (await Promise.all(checked)).filter((sentence) => sentence !== undefined)
}
