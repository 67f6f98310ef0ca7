import type { Environment } from '../environment.ts'
import { applySeed } from '../seed/applySeed.ts'

/** Goes back to the seed and to the machine's time. The signing keys stay. */
export function resetEnvironment(environment: Environment): void {
  environment.store.clear()
  environment.clock.reset()
  environment.requests.clear()
  applySeed(environment, environment.seed)
}
