import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { linkModules } from './consumer.ts'
import { pack } from './pack.ts'
import type { Manifest, PublicPackage } from './publicPackages.ts'
import { problemsOf } from './step.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'

/**
 * Packs a package and puts it where an installer would put it in a project, with links to what it
 * depends on: that is everything, or all but its peers where the project has them itself. Returns the
 * manifest as published.
 */
export const install = (
  each: PublicPackage,
  { project, peers }: { readonly project: string; readonly peers: 'linked' | 'from the project' },
): Promise<Manifest> =>
  inTemporaryFolder(async (folder) => {
    const target = join(project, 'node_modules', each.manifest.name)
    const tarball = await pack(each, folder)
    await rm(target, { recursive: true, force: true })
    await mkdir(target, { recursive: true })
    const problems = await problemsOf('tar', [
      '-xzf',
      tarball,
      '-C',
      target,
      '--strip-components=1',
    ])
    if (problems.length > 0) throw new Error(problems.join('\n'))

    const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as Manifest
    const linked = {
      ...manifest.dependencies,
      ...(peers === 'linked' && manifest.peerDependencies),
    }
    const others = Object.keys(linked).filter((name) => !name.startsWith('@latchkey/'))
    await linkModules(
      target,
      Object.fromEntries(others.map((other) => [other, join(each.folder, 'node_modules', other)])),
    )
    return manifest
  })
