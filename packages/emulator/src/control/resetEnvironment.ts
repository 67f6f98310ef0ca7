import type { Environment } from '../environment.ts'
import { applySeed } from '../seed/applySeed.ts'

/** Goes back to the seed and to the machine's time, with no faults. The signing keys stay. */
export function resetEnvironment(environment: Environment): void {
  const { store, clock, faults, requests, rateLimiter } = environment
  store.restore({})
  clock.reset()
  faults.clear()
  requests.clear()
  rateLimiter?.clear()
  store.silently(() => applySeed(environment, environment.seed))
}
