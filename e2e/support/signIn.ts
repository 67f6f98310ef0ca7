import { expect, type Page } from '@playwright/test'

/** Whose sign-in it is. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Fills in the hosted sign-in pages: the address, then the password. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Waits for the hosted sign-in page. */
export async function expectSignInPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
}
