import { readFile } from 'node:fs/promises'
import { parseSeed, SeedError, spell } from './parseSeed.ts'
import type { ParsedSeed } from './seed.ts'

/** Reads a seed from a YAML or JSON file. Throws a `SeedError` that names the lines at fault. */
export async function readSeedFile(file: string): Promise<ParsedSeed> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw new SeedError(file, [{ path: [], message: reason }])
  })
  // Loaded here because most emulators start from an object. JSON is YAML.
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })

  const lineAt = (offset: number) => `line ${lines.linePos(offset).line}`
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({ path: [pos[0]], message }))
    throw new SeedError(file, problems, ([offset]) => lineAt(Number(offset)))
  }
  const placeOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf((each) => document.getIn(each, true), path)
    return offset === undefined ? spell(path) : `${lineAt(offset)}, ${spell(path)}`
  }
  return parseSeed(document.toJS(), { source: file, placeOf })
}

/** Where the node at the path begins, or the nearest one that is written around it. */
function offsetOf(nodeAt: (path: readonly PropertyKey[]) => unknown, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(path.slice(0, length))
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0])
    }
  }
  return undefined
}
