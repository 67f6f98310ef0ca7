import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Inside this workspace, so that the packages resolve; git does not see it. */
const directory = new URL('../.quickstart/', import.meta.url)

/** What an application has before anybody thinks of sign-in. */
const emptyApp = {
  'package.json': '{ "name": "quickstart", "private": true, "type": "module" }\n',
  'app/page.tsx': 'export default function Home() {\n  return <h1>Home</h1>\n}\n',
}

/** Makes an empty Next application, follows README to the letter, and builds it. */
export async function buildQuickStart(): Promise<URL> {
  await rm(directory, { recursive: true, force: true })
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const files = { ...emptyApp, ...filesOf(readme) }
  for (const [path, content] of Object.entries(files)) {
    const file = fileURLToPath(new URL(encodeURI(path), directory))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  const cwd = fileURLToPath(directory)
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  await promisify(execFile)(process.execPath, [next, 'build'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return directory
}

/** Code blocks that name their file in the first line. */
function filesOf(readme: string): Record<string, string> {
  const blocks = readme.matchAll(/```tsx?\n\/\/ (\S+)\n([\s\S]*?)```/g)
  return Object.fromEntries([...blocks].map(([, path = '', content = '']) => [path, content]))
}
