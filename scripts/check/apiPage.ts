import { isApiPageCurrent } from '../docs/apiPage.ts'
import type { Step } from './step.ts'

/** The page that lists the operations of the contract. */
export const apiPageStep: Step = {
  name: 'api page',
  find: async () =>
    (await isApiPageCurrent())
      ? []
      : ['docs/api.md is not what the contract says: node scripts/check.ts --update'],
}
