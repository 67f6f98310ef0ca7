import type { StepReport } from '../check/report.ts'
import type { Tally } from './tally.ts'

/** Counts the report of `pnpm check`: each step is one test. */
export const countCheck = (text: string): Tally => {
  const steps = JSON.parse(text) as readonly StepReport[]
  const passed = steps.filter(({ status }) => status === 'passed').length
  return { passed, failed: steps.length - passed, skipped: 0 }
}
