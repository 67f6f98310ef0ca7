import { join } from 'node:path'
import { withoutApp } from '../support/environment.ts'
import { run } from '../support/run.ts'
import { missingFiles, type PublicPackage } from './publicPackages.ts'

/** Packs a package as it would be published and returns the tarball. */
export const pack = async (each: PublicPackage, folder: string): Promise<string> => {
  const missing = await missingFiles(each.entryPoints)
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const { name, version } = each.manifest
  const { code, output } = await run({
    command: 'pnpm',
    args: ['pack', '--pack-destination', folder],
    cwd: each.folder,
    environment: withoutApp(process.env),
    output: 'keep',
  })
  if (code !== 0) throw new Error(`${name} cannot be packed:\n${output}`)
  return join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
}
