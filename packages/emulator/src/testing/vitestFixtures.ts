import { createEmulator } from '../createEmulator.ts'
import type { Emulator, EmulatorOptions } from '../emulator.ts'

/** What a vitest test gets. */
export type VitestFixtures = {
  /** An emulator that listens, in this process. Each test finds it as the seed says. */
  emulator: Emulator
}

/**
 * Fixtures for vitest's `test.extend`: an emulator of the test's own, which listens on a free port
 * and is closed after the test.
 *
 * @example
 * import { test as base } from 'vitest'
 *
 * const test = base.extend<VitestFixtures>(vitestFixtures())
 * test('signs in', async ({ emulator }) => {
 *   await emulator.mintSession({ email: 'ada@northwind.example' })
 * })
 */
export function vitestFixtures(options: EmulatorOptions = {}): {
  emulator: (
    context: Record<never, never>,
    use: (emulator: Emulator) => Promise<void>,
  ) => Promise<void>
} {
  return {
    // Vitest reads the names of what a fixture needs from the pattern of its first parameter.
    // biome-ignore lint/correctness/noEmptyPattern: this one needs nothing
    emulator: async ({}, use) => {
      const emulator = await createEmulator(options)
      await emulator.listen()
      await use(emulator)
      await emulator.close()
    },
  }
}
