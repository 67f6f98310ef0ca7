import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from '../support/paths.ts'
import { missingFiles, publicPackages } from './publicPackages.ts'
import type { Problems, Step } from './step.ts'

/** Reads the declarations of a module. */
type Read = (file: string) => Promise<string>

/** A name that a module exports; `from` is the module that declares it, if that is another one. */
type Exported = { readonly name: string; readonly from?: string }

const keywords = 'const|let|var|function|class|abstract class|interface|type|enum'
const declarations = new RegExp(
  String.raw`(?<comment>/\*\*(?:[^*]|\*(?!/))*\*/\s*)?^export (?:declare )?(?:${keywords}) (?<name>[\w$]+)`,
  'gm',
)
const passedOn = /^export (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)'/gm

const declaredIn = (text: string) =>
  [...text.matchAll(declarations)].map(({ groups: { name = '', comment = '' } = {} }) => ({
    name,
    comment,
  }))

const passedOnIn = (text: string): readonly Exported[] =>
  [...text.matchAll(passedOn)].flatMap(({ groups: { names = '', from = '' } = {} }) =>
    names
      .split(',')
      .map((each) =>
        each
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      )
      .filter((name) => name !== '')
      .map((name) => ({ name, from })),
  )

const exportsOf = (text: string): readonly Exported[] =>
  [...new Set(declaredIn(text).map(({ name }) => name))]
    .map((name): Exported => ({ name }))
    .concat(passedOnIn(text))

/** A name with overloads is explained when one of them is. */
const isExplained = (text: string, name: string): boolean =>
  declaredIn(text).some((each) => each.name === name && each.comment !== '')

const modifiers = '(?:(?:readonly|static|abstract) )*'
/** `get(id: string)`, and what a property of function type looks like: `get: (id: string) => …`. */
const parameters = String.raw`(?:[(<]|: \(?(?:<|\((?:\)|\.\.\.|[{[]|\w+\??:)))`
const methods = new RegExp(
  String.raw`(?<explained>\*/\n)?^ {4}${modifiers}(?<method>(?!constructor)\w+)\??${parameters}`,
  'gm',
)

/** The methods of an interface, an object type or a class that nothing is said about. */
const unexplainedMethods = (text: string, name: string): readonly string[] => {
  const opening = String.raw`^export (?:declare )?(?:interface|class|abstract class|type) ${name}\b[^{]*\{`
  const [, body = ''] = new RegExp(String.raw`${opening}\n([\s\S]*?)^\}`, 'm').exec(text) ?? []
  return [...body.matchAll(methods)]
    .filter(({ groups: { explained = '' } = {} }) => explained === '')
    .map(({ groups: { method = '' } = {} }) => `${name}.${method}`)
}

const problemsWith = async (file: string, exported: Exported, read: Read): Promise<Problems> => {
  const { name, from } = exported
  if (from === undefined) {
    const text = await read(file)
    const missing = isExplained(text, name) ? [] : [name]
    return [...missing, ...unexplainedMethods(text, name)].map(
      (each) => `${each} in ${file} has no doc comment.`,
    )
  }
  // What other packages declare is theirs to explain.
  if (!from.startsWith('.')) return []
  const source = join(dirname(file), from.replace(/\.[jt]sx?$/, '.d.ts'))
  const found = exportsOf(await read(source)).find((each) => each.name === name)
  if (found === undefined) return [`${name} is not exported by ${source} in a way that is known.`]
  return problemsWith(source, found, read)
}

/**
 * One sentence for every export of a module, and every method of one, that nothing is said about
 * where it is declared.
 */
export const undocumented = async (file: string, read: Read): Promise<Problems> => {
  const found = exportsOf(await read(file)).map((exported) => problemsWith(file, exported, read))
  return (await Promise.all(found)).flat()
}

/** Every public export and its methods have a doc comment in the declarations that users get. */
export const documented: Step = {
  name: 'documented',
  find: async () => {
    const entryPoints = (await publicPackages()).flatMap((each) => each.entryPoints)
    const missing = await missingFiles(entryPoints)
    if (missing.length > 0) return missing
    const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
    const found = await Promise.all(
      entryPoints.map(({ types }) => undocumented(relative(root, types), read)),
    )
    return [...new Set(found.flat())].sort()
  },
}
