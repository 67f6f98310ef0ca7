import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import manifest from '@latchkey/emulator/package.json' with { type: 'json' }

/** The emulators that are compared. */
export const contestants = ['latchkey', 'official'] as const
export type Contestant = (typeof contestants)[number]

/** An emulator in a process of its own. */
export type Running = { url: string; apiKey: string; stop(): Promise<void> }

const programs: Record<Contestant, readonly string[]> = {
  latchkey: [
    fileURLToPath(
      new URL(
        manifest.bin['latchkey-emulator'],
        import.meta.resolve('@latchkey/emulator/package.json'),
      ),
    ),
    '--port',
    '0',
    '--json',
  ],
  official: [fileURLToPath(new URL('./official.ts', import.meta.url))],
}

/** Starts an emulator, and waits until it says where it listens. */
export async function start(contestant: Contestant): Promise<Running> {
  const child = spawn(process.execPath, programs[contestant], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What an installed emulator is run with.
    env: { ...process.env, NODE_ENV: '' },
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { url, apiKey } = JSON.parse(line) as { url: string; apiKey: string }
  return { url, apiKey, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill()
  await exited
}
