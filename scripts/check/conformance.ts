import { problemsOf, type Step } from './step.ts'

/** The contract against WorkOS's own OpenAPI document. */
export const conformance: Step = {
  name: 'conformance',
  find: () =>
    problemsOf('vitest', [
      'run',
      '--project=core',
      'packages/core/test/contract/conformance.node.test.ts',
    ]),
}
