import { problemsOf, type Step } from './step.ts'

/** Formatting and lint rules, by Biome. */
export const biome: Step = {
  name: 'format and lint',
  find: () => problemsOf('biome', ['ci', '--colors=off', '.']),
}
