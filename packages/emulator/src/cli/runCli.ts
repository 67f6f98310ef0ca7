import { createEmulator } from '../createEmulator.ts'
import type { Emulator } from '../emulator.ts'
import { PortTakenError } from '../listen.ts'
import { SeedError } from '../seed/parseSeed.ts'
import { banner } from './banner.ts'
import { type CliOptions, parseCliOptions, UsageError, usage } from './cliOptions.ts'

/** Runs the command until it is told to end. */
export async function runCli(args: string[]): Promise<void> {
  try {
    const options = parseCliOptions(args)
    if (options === 'help') return console.log(usage)
    const emulator = await start(options)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        emulator.close().then(() => process.exit(0), fail)
      })
    }
    const { url, apiKey, clientId } = emulator
    console.log(options.json ? JSON.stringify({ url, apiKey, clientId }) : banner(emulator))
  } catch (error) {
    fail(error)
  }
}

async function start({ port, host, json: _, ...options }: CliOptions): Promise<Emulator> {
  const warn = (...message: unknown[]) => console.error(...message)
  const emulator = await createEmulator({
    ...options,
    logger: { info: warn, warn, error: warn },
  })
  await emulator.listen({ port, host })
  return emulator
}

function fail(error: unknown): void {
  if (error instanceof PortTakenError) console.error(`${error.message} (--port NUMBER)`)
  else if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof SeedError) console.error(error.message)
  else console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
