import { type Contestant, contestants, start } from './contestant.ts'
import { loadsFor, requestsPerSecond } from './load.ts'

/** What was measured of both emulators. */
export type EmulatorResults = {
  /** Milliseconds from starting the process to its first healthy answer. */
  readonly start: Readonly<Record<Contestant, number>>
  /** Requests per second. */
  readonly loads: readonly { readonly what: string; readonly rates: Record<Contestant, number> }[]
}

const starts = 7
const rounds = 5
// The official emulator takes 1000 requests in a minute, then refuses.
const warmUpRequests = 80
const measuredRequests = 240

/** Medians of rounds that take turns, so that both emulators meet the same machine. */
export async function measureEmulators(): Promise<EmulatorResults> {
  const times: Record<Contestant, number[]> = { latchkey: [], official: [] }
  for (let run = 0; run < starts; run++) {
    for (const contestant of turn(run)) times[contestant].push(await timeStart(contestant))
  }
  const measured = new Map<string, Record<Contestant, number[]>>()
  for (let round = 0; round < rounds; round++) {
    for (const contestant of turn(round)) {
      for (const [what, rate] of await timeRound(contestant)) {
        const rates = measured.get(what) ?? { latchkey: [], official: [] }
        rates[contestant].push(rate)
        measured.set(what, rates)
      }
    }
  }
  return {
    start: mediansOf(times),
    loads: [...measured].map(([what, rates]) => ({ what, rates: mediansOf(rates) })),
  }
}

/** Requests per second of each load, in a fresh process. */
async function timeRound(contestant: Contestant): Promise<Map<string, number>> {
  const emulator = await start(contestant)
  try {
    const rates = new Map<string, number>()
    for (const load of await loadsFor(emulator)) {
      await requestsPerSecond(emulator, load, warmUpRequests)
      rates.set(load.what, await requestsPerSecond(emulator, load, measuredRequests))
    }
    return rates
  } finally {
    await emulator.stop()
  }
}

async function timeStart(contestant: Contestant): Promise<number> {
  const begun = performance.now()
  const { url, stop } = await start(contestant)
  const response = await fetch(new URL('/health', url))
  const elapsed = performance.now() - begun
  if (!response.ok) throw new Error(`/health answers ${response.status}.`)
  await response.body?.cancel()
  await stop()
  return elapsed
}

const turn = (round: number): readonly Contestant[] =>
  round % 2 === 0 ? contestants : contestants.toReversed()

const mediansOf = (values: Record<Contestant, number[]>): Record<Contestant, number> => ({
  latchkey: median(values.latchkey),
  official: median(values.official),
})

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
