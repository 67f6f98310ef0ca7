import { type AuthKitEffects, authKitFor, createWorkOS, readEnvironment } from '../../src/index.ts'
import { environment } from './environment.ts'

/** The typed API, which reaches nothing but the fetch it is given, in time that only its waits move. */
export function offlineKit(fetch: typeof globalThis.fetch, effects: AuthKitEffects = {}) {
  const clock = { now: Date.UTC(2026, 10, 20) }
  const waits: number[] = []
  const kit = authKitFor(readEnvironment(environment), {
    fetch,
    now: () => clock.now,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
      clock.now += milliseconds
    },
    ...effects,
  })
  return { workos: createWorkOS(kit), waits, clock }
}
