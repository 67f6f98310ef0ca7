import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from './freePort.ts'

/** Inside this workspace, so that the packages resolve; git does not see it. */
const directory = new URL('../.quickstart/', import.meta.url)

/** What an application has before anybody thinks of sign-in, configured as create-next-app does. */
const emptyApp = {
  'package.json': '{ "name": "quickstart", "private": true, "type": "module" }\n',
  'next.config.ts': 'export default { cacheComponents: true, partialPrefetching: true }\n',
  'app/page.tsx': 'export default function Home() {\n  return <h1>Home</h1>\n}\n',
}

/** Makes an empty Next application, follows README to the letter, and builds it. */
export async function buildQuickStart(): Promise<URL> {
  await rm(directory, { recursive: true, force: true })
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  await writeFiles({ ...emptyApp, ...filesOf(readme) })
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

/**
 * Puts the example of docs/emulator.md beside the built application, with free ports for the
 * written ones and this machine's browser, and runs it. Gives what Playwright printed.
 */
export async function runEmulatorExample(options: { executablePath: string }): Promise<string> {
  const page = await readFile(new URL('../../docs/emulator.md', import.meta.url), 'utf8')
  const ports = { 4100: await freePort(), 3000: await freePort() }
  const files = Object.entries(filesOf(page)).map(([path, content]) => [
    path,
    content.replaceAll('4100', String(ports[4100])).replaceAll('3000', String(ports[3000])),
  ])
  const browser = JSON.stringify({ launchOptions: { executablePath: options.executablePath } })
  await writeFiles({
    ...Object.fromEntries(files),
    'browser.config.ts': `import config from './playwright.config.ts'\n\nexport default { ...config, use: { ...config.use, ...${browser} } }\n`,
  })
  const workspace = fileURLToPath(new URL('..', directory))
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [playwright, 'test', '--config', 'browser.config.ts', '--reporter', 'line'],
    {
      cwd: fileURLToPath(directory),
      // As `npx` has it: the commands of what is installed come first.
      env: { PATH: `${workspace}node_modules/.bin:${process.env.PATH}`, HOME: process.env.HOME },
    },
  ).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`The example failed:\n${error.stdout}\n${error.stderr}`)
  })
  return stdout
}

async function writeFiles(files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = fileURLToPath(new URL(encodeURI(path), directory))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}
