import { glob, readFile } from 'node:fs/promises'
import { root } from '../support/paths.ts'
import type { Problems, Step } from './step.ts'

/** A rule of the house: which files it is about, and what is wrong with one. */
type Rule = {
  readonly about: (path: string) => boolean
  readonly broken: (text: string) => boolean
  readonly says: string
}

const longest = 350

/** A directive that opens a module, with only comments before it. */
const opensWith = (text: string, directive: string): boolean =>
  new RegExp(String.raw`^(?:\s|//.*|/\*[\s\S]*?\*/)*(['"])${directive}\1`).test(text)

const rules: readonly Rule[] = [
  {
    about: () => true,
    broken: (text) => text.trimEnd().split('\n').length > longest,
    says: `is longer than ${longest} lines; let it hold one thing`,
  },
  {
    about: () => true,
    broken: (text) => /^\s*export\s+(?:type\s+)?\*/m.test(text),
    says: 'has `export *`; name what is exported',
  },
  {
    about: (path) =>
      !path.startsWith('packages/next/src/actions/') && !/^(?:e2e\/)?apps\//.test(path),
    broken: (text) => opensWith(text, 'use server'),
    says: "has 'use server' at module level, which makes every export callable from anywhere",
  },
  {
    about: (path) => /^packages\/(?:core|next)\/src\//.test(path),
    broken: (text) => /\bfrom\s+['"]node:|\bimport\s*\(?\s*['"]node:/.test(text),
    says: 'imports from `node:`; it must run on every runtime',
  },
  {
    about: (path) => path.startsWith('packages/core/src/'),
    broken: (text) =>
      /^import \{[^}]*\} from 'zod'|^import (?!type )[^;\n]* from 'jose'/m.test(text),
    says: 'imports all of zod or jose: write `import * as z`, and `jose/…` for what is used',
  },
  {
    about: (path) => /\.test\.tsx?$/.test(path),
    broken: (text) =>
      /\bvi\.(?:do)?mock\(\s*(?:import\(\s*)?['"](?:jose|iron-session|@latchkey\/)/.test(text),
    says: 'mocks jose, iron-session or @latchkey; tests use the real ones',
  },
]

/** What is wrong with one file, by its path in the repository and its text. */
export const brokenRules = (path: string, text: string): Problems =>
  rules
    .filter(({ about, broken }) => about(path) && broken(text))
    .map(({ says }) => `${path} ${says}.`)

const outside = new Set(['node_modules', 'dist', '.next', 'generated', 'reports', 'test-results'])

const sources = (): Promise<string[]> =>
  Array.fromAsync(
    glob('{packages,apps,e2e,bench,scripts}/**/*.{ts,tsx}', {
      cwd: root,
      exclude: (name) => outside.has(name),
    }),
  )

/** The rules of the house that no tool knows. */
export const houseRules: Step = {
  name: 'house rules',
  find: async () => {
    const found = await Promise.all(
      (await sources())
        .sort()
        .map(async (path) => brokenRules(path, await readFile(`${root}/${path}`, 'utf8'))),
    )
    return found.flat()
  },
}
