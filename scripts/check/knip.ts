import { problemsOf, type Step } from './step.ts'

/** Code, exports and dependencies that nothing uses, by knip. */
export const knip: Step = { name: 'unused code', find: () => problemsOf('knip', ['--no-progress']) }
