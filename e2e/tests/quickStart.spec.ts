import { ada } from '../support/people.ts'
import { buildQuickStart, runEmulatorExample } from '../support/quickStart.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, openWorld, test } from '../support/world.ts'

test('the quick start of README, and the example of docs/emulator.md on top of it, to the letter', async ({
  page,
  launchOptions,
}) => {
  test.setTimeout(300_000)
  const directory = await buildQuickStart()
  const world = await openWorld({ directory })
  try {
    await page.goto(world.app.url)
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, ada)
    await expect(page).toHaveURL(`${world.app.url}/`)
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

    await page.goto(`${world.app.url}/dashboard`)
    await expect(page.getByRole('heading', { name: 'Hello Ada' })).toBeVisible()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(`${world.app.url}/`)
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
    await page.goto(`${world.app.url}/dashboard`)
    await expectSignInPage(page)
  } finally {
    await world.close()
  }

  const { executablePath = '' } = launchOptions
  expect(await runEmulatorExample({ executablePath })).toContain('1 passed')
})
