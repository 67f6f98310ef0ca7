import { readFile } from 'node:fs/promises'

const packages = ['@workos-inc/authkit-nextjs', '@workos-inc/node', 'next', 'react', 'workos']

const versionOf = async (name: string): Promise<string> => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string }).version
}

/** The versions of what is compared. */
export const versions = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(packages.map(async (name) => [name, await versionOf(name)] as const)),
  )
