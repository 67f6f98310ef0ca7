import type { StepReport } from './report.ts'
import type { Step } from './step.ts'

const runStep = async ({ name, find }: Step): Promise<StepReport> => {
  const start = performance.now()
  const problems = await find().catch((error: Error) => [error.message])
  return {
    name,
    status: problems.length === 0 ? 'passed' : 'failed',
    seconds: Math.round(performance.now() - start) / 1000,
    output: problems.join('\n'),
  }
}

/** Runs the steps, as many at a time as told, and reports each as it ends; the result keeps their order. */
export const runSteps = async (
  steps: readonly Step[],
  options: { readonly atOnce: number; readonly onEnd: (report: StepReport) => void },
): Promise<readonly StepReport[]> => {
  const waiting = steps.entries()
  const reports: StepReport[] = []
  const worker = async () => {
    for (const [index, step] of waiting) {
      const report = await runStep(step)
      reports[index] = report
      options.onEnd(report)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, worker))
  return reports
}
