import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * The applications of `bench/apps`: one page, without a kit, behind a proxy that does nothing, with
 * our guard in the page alone, and with each kit whole.
 */
export const pageApps = ['plain', 'proxied', 'pageOnly', 'latchkey', 'authkit'] as const

/** One of them. */
export type PageApp = (typeof pageApps)[number]

/** An application that runs. */
export type RunningApp = {
  readonly name: PageApp
  readonly url: string
  readonly stop: () => Promise<void>
}

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')

const folderOf = (name: PageApp): string =>
  fileURLToPath(new URL(`../apps/${name}`, import.meta.url))

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/** Builds one application for production. */
export const buildPageApp = async (name: PageApp): Promise<void> => {
  await promisify(execFile)(process.execPath, [next, 'build'], {
    cwd: folderOf(name),
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** Starts one that is built, in a process of its own, told of the emulator by the environment. */
export const startPageApp = async (name: PageApp): Promise<RunningApp> => {
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folderOf(name),
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready in')) break
  }
  child.stdout.resume()
  return {
    name,
    url: `http://localhost:${port}/`,
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}
