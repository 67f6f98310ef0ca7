import type { Tally } from './tally.ts'

type Report = {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Counts vitest's JSON report. A file that fails outside its tests, in an import say, is a failure. */
export const countVitest = (text: string): Tally => {
  const { testResults } = JSON.parse(text) as Report
  const tests = testResults.flatMap((file) => file.assertionResults)
  const withStatus = (status: string) => tests.filter((test) => test.status === status).length
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  const passed = withStatus('passed')
  const failed = withStatus('failed')
  return { passed, failed: failed + broken.length, skipped: tests.length - passed - failed }
}
