import { createEmulator, type Emulator } from '@latchkey/emulator'
import { test as base, type Page } from '@playwright/test'
import { type ClientApp, startClientApp } from './clientApp.ts'

/** An emulator and the smallest application that uses it, one of each a worker. */
export interface Desk {
  readonly emulator: Emulator
  readonly client: ClientApp
}

export const test = base.extend<{ desk: Desk }, { household: Desk }>({
  household: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use) => {
      const emulator = await createEmulator()
      await emulator.listen()
      const client = await startClientApp(emulator)
      await use({ emulator, client })
      await client.close()
      await emulator.close()
    },
    { scope: 'worker' },
  ],
  /** The household, as the seed says at the beginning of every test. */
  desk: async ({ household }, use) => {
    const before = household.emulator.snapshot()
    await use(household)
    household.emulator.restore(before)
  },
})

/** What the application was told when somebody came back to it. */
export async function resultOn(page: Page) {
  return JSON.parse((await page.locator('pre').textContent()) ?? '{}')
}

export { expect } from '@playwright/test'
