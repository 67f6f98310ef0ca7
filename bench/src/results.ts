import { arch, cpus, platform, release, totalmem } from 'node:os'
import type { Times } from './measure.ts'

/** What was measured in one run. */
export type Results = {
  readonly proxy: readonly { readonly what: string; readonly times: Times }[]
  readonly cookie: { readonly latchkey: number; readonly authkit: number }
  /** Milliseconds. */
  readonly emulator: number
  /** Versions of what was compared, by package. */
  readonly versions: Readonly<Record<string, string>>
}

const budgets: Readonly<Record<string, string>> = {
  'signed in, cookie seen before': 'at least 25 times less',
  'signed in, cookie never seen': 'at most its time',
  'signed out, protected page': 'at least 25 times less',
  'signed out, public page': 'at least 25 times less',
}

const microseconds = (time: number): string => `${time.toFixed(time < 100 ? 1 : 0)} µs`

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

const machine = (): string => {
  const processors = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${memory}, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`
}

/** The results as a page. */
export const page = ({ proxy, cookie, emulator, versions }: Results): string => `# Results

Measured ${new Date().toISOString().slice(0, 10)} by \`pnpm bench\`, both kits in one process and one run, rounds alternating, medians.

Machine: ${machine()}

Versions: ${Object.entries(versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}

## The proxy, one document request

${table([
  ['request', '@latchkey/next', 'authkit-nextjs', 'ratio', 'budget'],
  ...proxy.map(({ what, times }) => [
    what,
    microseconds(times.latchkey),
    microseconds(times.authkit),
    `${(times.authkit / times.latchkey).toFixed(1)} times less`,
    budgets[what] ?? '',
  ]),
])}

## The session cookie, same user and organization

${table([
  ['', '@latchkey/next', 'authkit-nextjs', 'budget'],
  ['bytes', String(cookie.latchkey), String(cookie.authkit), 'smaller'],
])}

## The emulator

${table([
  ['', '@latchkey/emulator', 'budget'],
  ['from start to /health', `${emulator.toFixed(0)} ms`, '400 ms'],
])}
`
