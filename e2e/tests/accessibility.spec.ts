import { expectAccessible } from '../support/accessible.ts'
import { ada } from '../support/people.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible, ${colorScheme}`, async ({ page, world }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(world.app.url)
    await expectAccessible(page)

    await page.goto(`${world.app.url}/dashboard`)
    await expectAccessible(page)
    await signIn(page, { ...ada, password: 'not this one' })
    await expect(page.getByRole('alert')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Password', { exact: true }).fill(ada.password)
    await page.keyboard.press('Enter')

    await expect(page).toHaveURL(`${world.app.url}/dashboard`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${world.app.url}/dashboard/requests`)
    await expectAccessible(page)

    await page.goto(`${world.app.url}/auth/callback?error=access_denied`)
    await expect(page.getByRole('heading', { name: 'Sign-in did not finish' })).toBeVisible()
    await expectAccessible(page)
  })
}
