import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

test('somebody new signs up, proves the address, and is in', async ({ page, world }, { retry }) => {
  const email = `nora${retry}@newcomer.example`
  const password = 'a long and private one'
  await page.goto(world.app.url)
  await page.getByRole('link', { name: 'Sign up' }).first().click()
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible()
  await page.getByLabel('First name').fill('Nora')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()

  await page.getByLabel('Verification code').fill('000000')
  await page.getByRole('button', { name: 'Verify email' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  const code = world.emulator.inbox.latest(email)?.code ?? ''
  expect(code).toMatch(/^\d{6}$/)
  await page.getByLabel('Verification code').fill(code)
  await page.getByRole('button', { name: 'Verify email' }).click()

  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nora')
})

test('a forgotten password is reset by email', async ({ page, world }) => {
  const email = 'ben@northwind.example'
  await page.goto(`${world.app.url}/dashboard`)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await page.getByRole('button').first().click()
  await expect.poll(() => world.emulator.inbox.latest(email)?.link).toBeTruthy()

  await page.goto(world.emulator.inbox.latest(email)?.link ?? '')
  await page.getByLabel('New password').fill('another long and private one')
  await page.getByRole('button', { name: 'Save password' }).click()

  await page.goto(`${world.app.url}/dashboard`)
  if (!page.url().startsWith(world.app.url)) {
    await expectSignInPage(page)
    await signIn(page, { email, password: 'another long and private one' })
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ben')
})
