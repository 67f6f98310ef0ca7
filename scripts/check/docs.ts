import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inRoot, reports, root } from '../support/paths.ts'
import { codeBlocks } from './codeBlocks.ts'
import { linkModules, userOptions, writeTsconfig } from './consumer.ts'
import { missingFiles, publicPackages } from './publicPackages.ts'
import { problemsOf, type Step } from './step.ts'

const folder = join(reports, 'docs')

const pages = async (): Promise<string[]> =>
  (
    await Array.fromAsync(glob('{README.md,docs/**/*.md,packages/*/README.md}', { cwd: root }))
  ).sort()

/** Writes each block to a file of its own, on the line it has in its page, so that errors point there. */
const writeBlocks = async (page: string): Promise<number> => {
  const blocks = codeBlocks(await readFile(join(root, page), 'utf8'))
  for (const { language, code, line } of blocks) {
    const file = join(folder, `${page}.line${line}`, `block.${language}`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${'\n'.repeat(line - 1)}${code}\nexport {}\n`)
  }
  return blocks.length
}

/** Every block of TypeScript in the README and the docs compiles against the built packages. */
export const docs: Step = {
  name: 'docs',
  find: async () => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const packages = await publicPackages()
    const missing = await missingFiles(packages.flatMap((each) => each.entryPoints))
    if (missing.length > 0) return missing

    const counts = await Promise.all((await pages()).map(writeBlocks))
    if (counts.every((count) => count === 0))
      return ['There is no code block in README.md and docs.']

    const demo = inRoot('apps', 'demo', 'node_modules')
    await linkModules(folder, {
      ...Object.fromEntries(packages.map((each) => [each.manifest.name, each.folder])),
      next: join(demo, 'next'),
      react: join(demo, 'react'),
      'react-dom': join(demo, 'react-dom'),
      '@types/react': join(demo, '@types', 'react'),
      '@types/react-dom': join(demo, '@types', 'react-dom'),
      '@types/node': join(demo, '@types', 'node'),
      vitest: inRoot('node_modules', 'vitest'),
      redis: inRoot('packages', 'redis', 'node_modules', 'redis'),
      '@playwright/test': inRoot('e2e', 'node_modules', '@playwright', 'test'),
      zod: inRoot('packages', 'core', 'node_modules', 'zod'),
      'next-intl': inRoot('packages', 'next', 'node_modules', 'next-intl'),
    })
    const config = await writeTsconfig(join(folder, 'tsconfig.json'), {
      compilerOptions: {
        ...userOptions,
        module: 'esnext',
        moduleResolution: 'bundler',
        moduleDetection: 'force',
        types: ['node', 'next'],
      },
      include: ['**/block.ts', '**/block.tsx'],
    })
    return problemsOf('tsc', ['-p', config, '--pretty', 'false'])
  },
}
