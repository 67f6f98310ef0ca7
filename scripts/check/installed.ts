import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot } from '../support/paths.ts'
import { linkModules, userOptions, writeTsconfig } from './consumer.ts'
import { currentExports } from './exports.ts'
import { install } from './install.ts'
import { type Manifest, publicPackages } from './publicPackages.ts'
import { type Problems, problemsOf, type Step } from './step.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'

/** Ranges that nobody outside of this repository could resolve. */
const unresolvable = ({ name, peerDependencies, dependencies }: Manifest): Problems =>
  Object.entries({ ...peerDependencies, ...dependencies })
    .filter(([, range]) => /^(?:workspace|catalog|file|link):/.test(range))
    .map(([dependency, range]) => `${name} would be published asking for ${dependency} "${range}".`)

const importEach = (exports: Readonly<Record<string, readonly string[]>>): string =>
  `const expected = ${JSON.stringify(exports)}
for (const [specifier, names] of Object.entries(expected)) {
  const module = await import(specifier)
  for (const name of names) {
    if (module[name] === undefined) throw new Error(specifier + ' does not export ' + name)
  }
}
`

const useEach = (exports: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(exports)
    .map(([specifier, names], index) => {
      const locals = names.map((name) => `${name} as ${name}${index}`).join(', ')
      return `import { ${locals} } from '${specifier}'\nvoid [${names.map((name) => name + index).join(', ')}]\n`
    })
    .join('')

const compile = async (
  folder: string,
  module: string,
  moduleResolution: string,
): Promise<Problems> => {
  const config = await writeTsconfig(join(folder, `tsconfig.${moduleResolution}.json`), {
    compilerOptions: { ...userOptions, module, moduleResolution, types: [] },
    include: ['use.ts'],
  })
  const found = await problemsOf('tsc', ['-p', config])
  return found.map((problem) => `With "moduleResolution": "${moduleResolution}":\n${problem}`)
}

/**
 * The packages as published, side by side in an empty project: every export is there on Node and in
 * the declarations, with nothing but the dependencies that the manifests name.
 */
export const installed: Step = {
  name: 'packed and installed',
  find: () =>
    inTemporaryFolder(async (folder) => {
      const packages = await publicPackages()
      const manifests = await Promise.all(
        packages.map((each) => install(each, { project: folder, peers: 'linked' })),
      )
      const exports = await currentExports()
      await linkModules(folder, {
        react: inRoot('packages', 'next', 'node_modules', 'react'),
        '@types/react': inRoot('packages', 'next', 'node_modules', '@types', 'react'),
      })
      await Promise.all([
        writeFile(join(folder, 'package.json'), '{ "type": "module" }'),
        writeFile(join(folder, 'import.js'), importEach(exports)),
        writeFile(join(folder, 'use.ts'), useEach(exports)),
      ])
      const found = await Promise.all([
        problemsOf('node', ['import.js'], { cwd: folder }),
        compile(folder, 'node16', 'node16'),
        compile(folder, 'nodenext', 'nodenext'),
        compile(folder, 'esnext', 'bundler'),
      ])
      return [...manifests.flatMap(unresolvable), ...found.flat()]
    }),
}
