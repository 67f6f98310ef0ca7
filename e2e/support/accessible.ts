import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Fails when axe finds anything serious or critical on the page as it is. */
export const expectAccessible = (page: Page): Promise<void> => expectNothingSerious(page, axe(page))

/** The same in light, and its colours in dark. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNothingSerious(page, axe(page).withRules('color-contrast'))
}

/** No page has frames, which are what takes longer without the legacy mode. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode()

async function expectNothingSerious(page: Page, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    page.url(),
  ).toEqual([])
}
