import { parseArgs } from 'node:util'

/** What the command line asks for. */
export type CliOptions = {
  port: number
  host: string
  seed?: string
  accessTokenTtl?: number
  strictRefresh: boolean
  persist?: string
  json: boolean
  force: boolean
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** What `--help` prints. */
export const usage = `Usage: latchkey-emulator [options]

  --port NUMBER               port to listen on (4100; 0 for any free one)
  --host ADDRESS              address to bind to (127.0.0.1)
  --seed FILE                 YAML or JSON to begin with
  --access-token-ttl SECONDS  how long access tokens live (300)
  --strict-refresh            a refresh token works once, with no replay window
  --persist FILE              keep everything in a SQLite file
  --json                      print one line of JSON once it answers
  --force                     start although NODE_ENV is production
  --help                      print this`

/** Reads a command line. Throws a `UsageError` that says what is wrong with it. */
export function parseCliOptions(args: string[]): CliOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  return {
    port: values.port === undefined ? 4100 : wholeNumber('--port', values.port, 0, 65_535),
    host: values.host ?? '127.0.0.1',
    ...(values.seed !== undefined && { seed: values.seed }),
    ...(values['access-token-ttl'] !== undefined && {
      accessTokenTtl: wholeNumber('--access-token-ttl', values['access-token-ttl'], 1, 31_536_000),
    }),
    strictRefresh: values['strict-refresh'] ?? false,
    ...(values.persist !== undefined && { persist: values.persist }),
    json: values.json ?? false,
    force: values.force ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        seed: { type: 'string' },
        'access-token-ttl': { type: 'string' },
        'strict-refresh': { type: 'boolean' },
        persist: { type: 'string' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new UsageError(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`)
}
