import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { freePort } from './freePort.ts'

/** A Next application, built, running in a process of its own. */
export interface App {
  readonly url: string
  /** Everything it printed so far. */
  output(): string
  /** Sets its clock this many milliseconds off. */
  setClock(offset: number): Promise<void>
  stop(): Promise<void>
}

/** Where the application is, and what it is told. */
export interface AppOptions {
  readonly directory: string
  readonly env: (url: string) => Record<string, string>
}

const clock = new URL('./movableClock.ts', import.meta.url).href

/** Starts `next start` on a free port and waits until it answers. */
export async function startApp({ directory, env }: AppOptions): Promise<App> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const next = createRequire(`${directory}/package.json`).resolve('next/dist/bin/next')
  // By this name and no number: Next takes a proxy's rewrite for one of its own only then.
  const child = spawn(process.execPath, [next, 'start', '-H', 'localhost', '-p', String(port)], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import=${clock}`,
      NEXT_TELEMETRY_DISABLED: '1',
      ...env(url),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output: string[] = []
  child.stdout?.on('data', (chunk) => output.push(String(chunk)))
  child.stderr?.on('data', (chunk) => output.push(String(chunk)))
  await untilReady(child, output)
  return {
    url,
    output: () => output.join(''),
    async setClock(offset) {
      const moved = once(child, 'message')
      child.send({ clockOffset: offset })
      await moved
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const closed = once(child, 'close')
      // Told to end, Next waits for the sockets that a browser opened ahead and never used.
      child.kill('SIGKILL')
      await closed
    },
  }
}

/** Next says when it listens; an exit before that is a failure, with what it printed. */
async function untilReady(child: ChildProcess, output: string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output.join('').includes('Ready in')) resolve()
    })
    child.once('exit', (code) =>
      reject(new Error(`next start ended (${code}):\n${output.join('')}`)),
    )
  })
}
