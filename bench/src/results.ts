import { arch, cpus, platform, release, totalmem } from 'node:os'
import { emulatorSection } from './emulators/emulatorSection.ts'
import type { EmulatorResults } from './emulators/measureEmulators.ts'
import type { Times } from './measure.ts'
import { table } from './table.ts'

/** What was measured in one run. */
export type Results = {
  readonly proxy: readonly { readonly what: string; readonly times: Times }[]
  readonly cookie: { readonly latchkey: number; readonly authkit: number }
  readonly emulator: EmulatorResults
  /** Versions of what was compared, by package. */
  readonly versions: Readonly<Record<string, string>>
}

/** How many times less time than authkit-nextjs a request may take at least. */
const budgets: Readonly<Record<string, number>> = {
  'signed in, cookie seen before': 25,
  'signed in, cookie never seen': 1,
  'signed out, protected page': 25,
  'signed out, public page': 25,
}

const met = (isMet: boolean): string => (isMet ? 'met' : 'missed')

const microseconds = (time: number): string => `${time.toFixed(time < 100 ? 1 : 0)} µs`

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

The ratio is the time of authkit-nextjs divided by that of @latchkey/next.

${table([
  ['request', '@latchkey/next', 'authkit-nextjs', 'ratio', 'budget', ''],
  ...proxy.map(({ what, times }) => {
    const ratio = times.authkit / times.latchkey
    const budget = budgets[what] ?? 1
    return [
      what,
      microseconds(times.latchkey),
      microseconds(times.authkit),
      ratio.toFixed(1),
      `at least ${budget}`,
      met(ratio >= budget),
    ]
  }),
])}

## The session cookie, same user and organization

${table([
  ['what', '@latchkey/next', 'authkit-nextjs', 'budget', ''],
  [
    'bytes',
    String(cookie.latchkey),
    String(cookie.authkit),
    'smaller',
    met(cookie.latchkey < cookie.authkit),
  ],
])}

${emulatorSection(emulator)}`
