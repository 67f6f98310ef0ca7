/** How one step of `pnpm check` ended; `reports/check.json` holds a list of these. */
export type StepReport = {
  readonly name: string
  readonly status: 'passed' | 'failed'
  readonly seconds: number
  /** What is wrong, for a person; empty when the step passed. */
  readonly output: string
}
