import { ada } from '../support/people.ts'
import { buildQuickStart } from '../support/quickStart.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, openWorld, test } from '../support/world.ts'

test('the quick start of README, followed to the letter in an empty application', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const world = await openWorld({ directory: await buildQuickStart() })
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
})
