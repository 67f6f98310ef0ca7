import { access } from 'node:fs/promises'
import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { inRoot, root } from '../support/paths.ts'
import type { Problems, Step } from './step.ts'

type Budget = {
  readonly what: string
  readonly file: string
  /** The names that are imported; what is not needed for them is shaken off. */
  readonly names: readonly string[]
  readonly external: readonly string[]
  /** Bytes after gzip. */
  readonly limit: number
}

const next = (path: string): string => inRoot('packages', 'next', 'dist', path)

const budgets: readonly Budget[] = [
  {
    what: 'the client entry with provider and buttons',
    file: next('react/index.js'),
    names: ['AuthKitProvider', 'SignInButton', 'SignUpButton', 'SignOutButton'],
    external: ['react', 'react-dom', 'next'],
    limit: 6_000,
  },
  {
    what: 'the proxy entry',
    file: next('proxy/index.js'),
    names: ['withAuth'],
    external: ['next', 'react'],
    limit: 64_000,
  },
]

const gzippedSize = async ({ file, names, external }: Budget): Promise<number> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from ${JSON.stringify(file)}`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    treeShaking: true,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: external.flatMap((name) => [name, `${name}/*`]),
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.reduce((total, { contents }) => total + gzipSync(contents).length, 0)
}

const problemsWith = async (budget: Budget): Promise<Problems> => {
  const built = await access(budget.file).then(
    () => true,
    () => false,
  )
  if (!built) return [`${relative(root, budget.file)} is missing. Is the package built?`]
  const size = await gzippedSize(budget)
  return size <= budget.limit
    ? []
    : [`${budget.what} is ${size} bytes gzipped; the budget is ${budget.limit}.`]
}

/** What a page and a proxy load, against the budget. */
export const size: Step = {
  name: 'size',
  find: async () => (await Promise.all(budgets.map(problemsWith))).flat(),
}
