import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import manifest from '@latchkey/emulator/package.json' with { type: 'json' }

const runs = 7

const program = new URL(
  manifest.bin['latchkey-emulator'],
  import.meta.resolve('@latchkey/emulator/package.json'),
)

const startOnce = async (): Promise<number> => {
  const start = performance.now()
  const child = spawn(process.execPath, [program.pathname, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { url } = JSON.parse(line) as { readonly url: string }
  const response = await fetch(new URL('/health', url))
  const elapsed = performance.now() - start
  if (!response.ok) throw new Error(`/health answers ${response.status}.`)
  await response.body?.cancel()
  child.kill()
  await once(child, 'exit')
  return elapsed
}

/** Milliseconds from starting the emulator's process to its first healthy answer: the median. */
export const emulatorStart = async (): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await startOnce())
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}
