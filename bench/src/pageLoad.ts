import autocannon from 'autocannon'
import { type PageApp, pageApps, type RunningApp } from './pageApp.ts'

/** What was measured of one contestant. */
export type Load = {
  /** Requests per second. */
  readonly rate: number
  /** The same as a share of another page's, which was loaded in the same round. */
  readonly of: Readonly<Record<'plain' | 'proxied', number>>
}

/** The load that the same page takes, by contestant. */
export type PageLoad = Readonly<Record<PageApp, Load>>

const rounds = 25
const secondsPerRound = 1
const connections = 8

const headersOf = (cookie: string): Record<string, string> => ({
  accept: 'text/html',
  'sec-fetch-mode': 'navigate',
  cookie: `wos-session=${cookie}`,
})

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const loadOnce = async (app: RunningApp, cookie: string): Promise<number> => {
  const result = await autocannon({
    url: app.url,
    connections,
    duration: secondsPerRound,
    headers: headersOf(cookie),
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${app.name}: ${result.non2xx} answers were wrong, ${result.errors} missing.`)
  }
  return result.requests.average
}

const isRight = async (app: RunningApp, cookie: string): Promise<void> => {
  const response = await fetch(app.url, { headers: headersOf(cookie), redirect: 'manual' })
  const text = await response.text()
  if (!text.includes('ada@northwind.example')) {
    throw new Error(`${app.name} answers ${response.status} without the page.`)
  }
}

/**
 * Loads the page of each in turn, one person signed in. Rounds are short and pages are compared
 * within a round, because a machine that others use changes its speed; the median over the rounds.
 */
export const pageLoad = async (apps: readonly RunningApp[], cookie: string): Promise<PageLoad> => {
  for (const app of apps) await isRight(app, cookie)
  const measured: Record<PageApp, number>[] = []
  for (let round = -2; round < rounds; round++) {
    const rates: [PageApp, number][] = []
    for (const app of round % 2 === 0 ? apps : apps.toReversed()) {
      rates.push([app.name, await loadOnce(app, cookie)])
    }
    if (round >= 0) measured.push(Object.fromEntries(rates) as Record<PageApp, number>)
  }
  const loadOf = (name: PageApp): Load => ({
    rate: median(measured.map((rates) => rates[name])),
    of: {
      plain: median(measured.map((rates) => rates[name] / rates.plain)),
      proxied: median(measured.map((rates) => rates[name] / rates.proxied)),
    },
  })
  return Object.fromEntries(pageApps.map((name) => [name, loadOf(name)])) as PageLoad
}
