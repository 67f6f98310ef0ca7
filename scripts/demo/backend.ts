import type { Environment } from '../support/environment.ts'

/** Who answers for WorkOS: the emulator beside the demo, or whatever the environment names. */
export type Backend = 'emulator' | 'workos'

/** Reads the backend from the environment; throws a sentence for a person when it is half set. */
export const backendFrom = (environment: Environment): Backend => {
  const names = ['WORKOS_API_KEY', 'WORKOS_CLIENT_ID']
  const given = names.filter((name) => environment[name])
  if (given.length === 1) {
    throw new Error(
      `Only ${given[0]} is set: set both ${names.join(' and ')} to use WorkOS, or neither to use the emulator.`,
    )
  }
  return given.length === 2 ? 'workos' : 'emulator'
}
