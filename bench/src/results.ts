import { arch, cpus, platform, release, totalmem } from 'node:os'
import { emulatorSection } from './emulators/emulatorSection.ts'
import type { EmulatorResults } from './emulators/measureEmulators.ts'
import type { Times } from './measure.ts'
import type { PageApp } from './pageApp.ts'
import type { PageLoad } from './pageLoad.ts'
import type { Storm } from './storm.ts'
import { table } from './table.ts'

/** What was measured in one run. */
export type Results = {
  readonly proxy: readonly { readonly what: string; readonly times: Times }[]
  readonly cookie: { readonly latchkey: number; readonly authkit: number }
  readonly load: PageLoad
  readonly storm: { readonly latchkey: Storm; readonly authkit: Storm }
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

/**
 * What a page keeps of its requests per second: with its guard alone, of the page without a kit; behind
 * the proxy, of the page behind an empty one. Decision 0019 says why.
 */
const pageBudget = 0.85

const met = (isMet: boolean): string => (isMet ? 'met' : 'missed')

const microseconds = (time: number): string => `${time.toFixed(time < 100 ? 1 : 0)} µs`

const machine = (): string => {
  const processors = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${memory}, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

const stormRow = (
  what: string,
  { latchkey, authkit }: Results['storm'],
  of: (storm: Storm) => number,
  budget: number,
): string[] => [
  what,
  String(of(latchkey)),
  String(of(authkit)),
  String(budget),
  met(of(latchkey) === budget),
]

/** A page's row; it has a budget where it is held against another page. */
const loadRow = (
  load: PageLoad,
  app: PageApp,
  what: string,
  base?: 'plain' | 'proxied',
): string[] => {
  const { rate, of } = load[app]
  const page = { plain: 'the first', proxied: 'the second' }
  return [
    what,
    rate.toFixed(0),
    percent(of.plain),
    percent(of.proxied),
    base === undefined ? '' : `at least ${percent(pageBudget)} of ${page[base]}`,
    base === undefined ? '' : met(of[base] >= pageBudget),
  ]
}

/** The results as a page. */
export const page = ({
  proxy,
  cookie,
  load,
  storm,
  emulator,
  versions,
}: Results): string => `# Results

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

## A built page under load, one person signed in

\`next start\`, eight connections, a page of fifty rows; each kit with its proxy and its guard in the page. The empty proxy shows what Next itself takes for having any. Shares are medians of shares within a round.

${table([
  [
    'page',
    'requests per second',
    'of the page without a kit',
    'behind an empty proxy',
    'budget',
    '',
  ],
  loadRow(load, 'plain', 'without a kit'),
  loadRow(load, 'proxied', 'without a kit, behind an empty proxy'),
  loadRow(load, 'pageOnly', '@latchkey/next, its guard in the page alone', 'plain'),
  loadRow(load, 'latchkey', '@latchkey/next', 'proxied'),
  loadRow(load, 'authkit', 'authkit-nextjs'),
])}

## ${storm.latchkey.requests} requests at once with one expired session

Against the built page; WorkOS takes every refresh token once.

${table([
  ['what', '@latchkey/next', 'authkit-nextjs', 'budget', ''],
  stormRow('refreshes', storm, ({ refreshes }) => refreshes, 1),
  stormRow('pages served', storm, ({ served }) => served, storm.latchkey.requests),
  stormRow('session cookies deleted', storm, ({ deletions }) => deletions, 0),
])}

${emulatorSection(emulator)}`
