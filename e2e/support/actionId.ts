import { readFile } from 'node:fs/promises'

/** The id of the only server action of a built application. */
export async function actionId(directory: URL): Promise<string> {
  const manifest = new URL('.next/server/server-reference-manifest.json', directory)
  const { node } = JSON.parse(await readFile(manifest, 'utf8'))
  const [id, ...others] = Object.keys(node)
  if (id === undefined || others.length > 0) {
    throw new Error(`Expected one server action, found ${others.length + (id ? 1 : 0)}.`)
  }
  return id
}
