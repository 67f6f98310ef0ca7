import type { Tally } from './tally.ts'

type Report = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** Counts Playwright's JSON report. Flaky is failed, and so is an error outside every test. */
export const countPlaywright = (text: string): Tally => {
  const { stats, errors } = JSON.parse(text) as Report
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
