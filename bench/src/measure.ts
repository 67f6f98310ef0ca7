import type { NextRequest } from 'next/server.js'
import type { AuthProxy, Contestants } from './contestants.ts'

/** A question put to both proxies. */
export type Question = {
  readonly what: string
  /** The request of a call; made before the clock runs. */
  readonly request: () => Promise<NextRequest>
  /** Whether the answer is the right one; a fast wrong answer ends the benchmark. */
  readonly isRight: (response: Response) => boolean
}

/** Microseconds for each call, by contestant. */
export type Times = { readonly latchkey: number; readonly authkit: number }

const rounds = 30
const callsPerRound = 20
const warmUpRounds = 5

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const timeRound = async (proxy: AuthProxy, question: Question): Promise<number> => {
  const requests = await Promise.all(Array.from({ length: callsPerRound }, question.request))
  const responses: Response[] = []
  const start = performance.now()
  for (const request of requests) responses.push(await proxy(request))
  const elapsed = performance.now() - start
  const wrong = responses.find((response) => !question.isRight(response))
  if (wrong) throw new Error(`${question.what}: answered ${wrong.status}, which is wrong.`)
  return (elapsed * 1000) / callsPerRound
}

/** The median over rounds that take turns at going first, so that both meet the same machine. */
export const measure = async (contestants: Contestants, question: Question): Promise<Times> => {
  const times = { latchkey: [] as number[], authkit: [] as number[] }
  const order = ['latchkey', 'authkit'] as const
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const name of round % 2 === 0 ? order : order.toReversed()) {
      const time = await timeRound(contestants[name], question)
      if (round >= 0) times[name].push(time)
    }
  }
  return { latchkey: median(times.latchkey), authkit: median(times.authkit) }
}
