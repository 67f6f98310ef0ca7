import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Puts packages into a folder's `node_modules` by linking to where they already are, so that a check
 * sees what a user's project would see and needs no registry.
 */
export const linkModules = async (
  folder: string,
  modules: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [name, target] of Object.entries(modules)) {
    const link = join(folder, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(await realpath(target), link)
  }
}

/** The compiler options of a strict project that uses the packages. */
export const userOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  target: 'es2023',
  lib: ['es2024', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  resolveJsonModule: true,
} as const

/** Writes a `tsconfig` and returns its path. */
export const writeTsconfig = async (
  file: string,
  config: { readonly compilerOptions: object; readonly include: readonly string[] },
): Promise<string> => {
  await writeFile(file, JSON.stringify(config))
  return file
}
