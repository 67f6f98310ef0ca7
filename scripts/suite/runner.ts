import { readFile, rm } from 'node:fs/promises'
import type { RunOptions } from '../support/run.ts'
import { run } from '../support/run.ts'
import type { Tally } from './tally.ts'
import { judge, type Verdict } from './verdict.ts'

/** A program that runs tests and leaves a report. */
export type Runner = {
  readonly name: string
  readonly program: Omit<RunOptions, 'output'>
  /** The report's file. */
  readonly report: string
  readonly count: (text: string) => Tally
}

/** What became of one part of the run. */
export type PartResult = Verdict & { readonly name: string; readonly seconds: number }

/** Does a part of the run under its heading, and takes its time. */
export const timed = async (name: string, work: () => Promise<Verdict>): Promise<PartResult> => {
  console.log(`\n── ${name} ──\n`)
  const start = performance.now()
  const verdict = await work()
  return { name, seconds: (performance.now() - start) / 1000, ...verdict }
}

/** Runs the tests and counts them from a report that is of this run. */
export const runTests = async ({ program, report, count }: Runner): Promise<Verdict> => {
  await rm(report, { force: true })
  const { code } = await run({ ...program, output: 'show' })
  return judge({ code, report: await readFile(report, 'utf8').catch(() => undefined), count })
}
