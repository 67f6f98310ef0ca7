import { problemsOf, type Step } from './step.ts'

/** The types of every workspace, of these scripts, and of the packages' tests. */
export const types: Step = {
  name: 'types',
  find: async () => [
    ...(await problemsOf('turbo', ['run', 'types', '--output-logs=errors-only', '--continue'])),
    ...(await problemsOf('tsc', ['-p', 'scripts'])),
    ...(await problemsOf('tsc', ['-p', 'scripts/check/tests.tsconfig.json'])),
  ],
}
