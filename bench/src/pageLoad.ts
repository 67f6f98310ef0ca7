import autocannon from 'autocannon'
import { type PageApp, pageApps, type RunningApp } from './pageApp.ts'

/** Requests per second of the same page, by contestant. */
export type PageLoad = Readonly<Record<PageApp, number>>

const rounds = 9
const secondsPerRound = 3
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

/** Loads the page of each in turn, one person signed in; the median over the rounds. */
export const pageLoad = async (apps: readonly RunningApp[], cookie: string): Promise<PageLoad> => {
  const rates = Object.fromEntries(pageApps.map((name) => [name, [] as number[]])) as Record<
    PageApp,
    number[]
  >
  for (const app of apps) await isRight(app, cookie)
  for (let round = -1; round < rounds; round++) {
    for (const app of round % 2 === 0 ? apps : apps.toReversed()) {
      const rate = await loadOnce(app, cookie)
      if (round >= 0) rates[app.name].push(rate)
    }
  }
  return Object.fromEntries(pageApps.map((name) => [name, median(rates[name])])) as PageLoad
}
