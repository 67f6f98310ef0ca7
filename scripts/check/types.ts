import { problemsOf, type Step } from './step.ts'

/** The projects that are no workspace of their own: these scripts, and the packages' tests. */
const projects = [
  'scripts/tsconfig.json',
  'scripts/check/tests.tsconfig.json',
  'scripts/check/emulatorTests.tsconfig.json',
]

/** The types of every workspace, of these scripts, and of the packages' tests. */
export const types: Step = {
  name: 'types',
  find: async () => {
    const workspaces = problemsOf('turbo', [
      'run',
      'types',
      '--output-logs=errors-only',
      '--continue',
    ])
    // The tests need the packages as built, and turbo may be building them.
    const found = [...(await workspaces)]
    for (const project of projects) found.push(...(await problemsOf('tsc', ['-p', project])))
    return found
  },
}
