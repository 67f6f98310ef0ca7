import { connectEmulator, type RemoteEmulator } from './connectEmulator.ts'

/** What a Playwright test gets. */
export type PlaywrightFixtures = {
  /** The emulator that the product runs against. After the test it is as it was before. */
  emulator: RemoteEmulator
}

type Fixture<Value> = (
  fixtures: Record<never, never>,
  use: (value: Value) => Promise<void>,
) => Promise<void>

/**
 * Fixtures for Playwright's `test.extend`: an emulator that runs beside the product, e.g. from
 * `webServer`. Each test begins with what the one before found: data and clock are put back, and
 * faults are gone. Tests that run at the same time share them, so give `workers: 1`.
 *
 * @example
 * import { test as base } from '@playwright/test'
 *
 * export const test = base.extend<PlaywrightFixtures>(
 *   playwrightFixtures({ url: 'http://127.0.0.1:4100' }),
 * )
 */
export function playwrightFixtures(options: { url: string; apiKey?: string }): {
  emulator: Fixture<RemoteEmulator>
} {
  return {
    // Playwright reads the names of what a fixture needs from the pattern of its first parameter.
    // biome-ignore lint/correctness/noEmptyPattern: this one needs nothing
    emulator: async ({}, use) => {
      const emulator = connectEmulator(options)
      const before = await emulator.snapshot()
      await use(emulator)
      await emulator.restore(before)
      await emulator.forget(before)
    },
  }
}
