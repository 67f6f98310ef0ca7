import { build } from '../support/build.ts'
import type { Step } from './step.ts'

/** The packages build; the steps after this one look at what was built. */
export const packagesBuilt: Step = {
  name: 'build',
  find: async () => {
    const { code, output } = await build({ filters: ['./packages/*'], output: 'keep' })
    return code === 0 ? [] : [output]
  },
}
