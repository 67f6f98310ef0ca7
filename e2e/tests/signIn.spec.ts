import { ada } from '../support/people.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

test('a wrong password is told, a right one signs in', async ({ page, world }) => {
  await page.goto(world.app.url)
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL((url) => url.origin === world.emulator.url)

  await signIn(page, { ...ada, password: 'not this one' })
  await expect(page.getByRole('alert')).toContainText('do not match')

  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  await expect(page.getByText(ada.email).first()).toBeVisible()
  await expect(page.getByText(ada.organization).first()).toBeVisible()
})

test('a signed-out visit to a protected page comes back to it, query included', async ({
  page,
  world,
}) => {
  const wanted = `${world.app.url}/dashboard?tab=access&note=a%26b`
  await page.goto(wanted)
  await expect(page).toHaveURL((url) => url.origin === world.emulator.url)
  await signIn(page, ada)
  await expect(page).toHaveURL(wanted)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
})

test('what is decided stands in the log where debugging is on', async ({ page, world }) => {
  await page.goto(`${world.app.url}/dashboard?asked=for`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard?asked=for`)
  for (const line of [
    'latchkey request decision=redirected reason=no-cookie kind=document method=GET path=/dashboard duration=',
    'latchkey sign-in outcome=started',
    'latchkey sign-in outcome=completed ',
    'latchkey request decision=allowed reason=signed-in kind=document method=GET path=/dashboard duration=',
  ])
    await expect.poll(() => world.app.output()).toContain(line)
})

test('abandoned sign-ins leave at most five cookies, signed-out pages none', async ({
  page,
  context,
  world,
}) => {
  await page.goto(world.app.url)
  expect(await context.cookies(world.app.url)).toEqual([])
  for (let attempt = 0; attempt < 12; attempt++) {
    await page.goto(`${world.app.url}/dashboard?attempt=${attempt}`)
  }
  const pending = (await context.cookies(world.app.url)).filter(({ name }) =>
    name.startsWith('wos-auth-verifier'),
  )
  expect(pending.length).toBeLessThanOrEqual(5)
  expect(pending.map(({ value }) => value).join('').length).toBeLessThan(4096)
})

test('sign-ins begun in several tabs all arrive, in any order', async ({ context, world }) => {
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()])
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(`${world.app.url}/dashboard?tab=${index}`)
  }
  for (const [index, tab] of [...tabs.entries()].reverse()) {
    await signIn(tab, ada)
    await expect(tab).toHaveURL(`${world.app.url}/dashboard?tab=${index}`)
  }
})

test('a sign-in whose cookie was lost on the way starts over by itself', async ({
  page,
  context,
  world,
}) => {
  await page.goto(`${world.app.url}/dashboard?kept=yes`)
  await context.clearCookies({ name: /^wos-auth-verifier/ })
  await signIn(page, ada)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
})
