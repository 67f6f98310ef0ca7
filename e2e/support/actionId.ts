import { readFile } from 'node:fs/promises'

/** The id of the only server action of a page, e.g. `app/notes/page`, of a built application. */
export async function actionId(directory: URL, page: string): Promise<string> {
  const manifest = new URL('.next/server/server-reference-manifest.json', directory)
  const { node }: Manifest = JSON.parse(await readFile(manifest, 'utf8'))
  const ids = Object.keys(node).filter((id) => node[id]?.workers[page] !== undefined)
  const [id, ...others] = ids
  if (id === undefined || others.length > 0) {
    throw new Error(`Expected one server action in ${page}, found ${ids.length}.`)
  }
  return id
}

/** What Next writes down of server actions, as far as it is looked at here. */
interface Manifest {
  readonly node: Readonly<Record<string, { readonly workers: Readonly<Record<string, unknown>> }>>
}
