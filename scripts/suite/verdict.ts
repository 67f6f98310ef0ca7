import type { Tally } from './tally.ts'

/** What a runner's end amounts to, and why where its report alone does not say. */
export type Verdict = { readonly tally: Tally; readonly remark: string }

const failure = (tally: Tally, remark: string): Verdict => ({
  tally: { ...tally, failed: tally.failed + 1 },
  remark,
})

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

const read = (report: string | undefined, count: (text: string) => Tally): Tally | undefined => {
  try {
    return report === undefined ? undefined : count(report)
  } catch {
    return undefined
  }
}

/**
 * Judges a runner by its exit code and its own report. It counts as a failure more when it left no
 * readable report, ran no test, or failed without naming a failed test.
 */
export const judge = (options: {
  readonly code: number
  readonly report: string | undefined
  readonly count: (text: string) => Tally
}): Verdict => {
  const { code, report, count } = options
  const tally = read(report, count)
  if (tally === undefined) return failure(nothing, `ended with code ${code} and left no report`)
  if (tally.passed + tally.failed === 0) return failure(tally, 'ran no tests')
  if (code !== 0 && tally.failed === 0) {
    return failure(tally, `ended with code ${code} although no test failed`)
  }
  return { tally, remark: '' }
}
