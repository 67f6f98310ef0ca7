import type { Page } from '@playwright/test'
import { type Desk, expect, resultOn, test } from '../../support/desk.ts'
import { grace } from '../../support/people.ts'
import { signIn } from '../../support/signIn.ts'

test.use({ javaScriptEnabled: false })

const northwind = 'org_01JNORTHWIND0000000000000A'

/** Invites from the console, and opens the application's sign-in with the token that was emailed. */
async function invite(page: Page, { emulator, client }: Desk, email: string): Promise<void> {
  await page.goto(`${emulator.url}/_emulator/console/organizations/${northwind}`)
  await page.getByText('Invite somebody').click()
  const form = page.getByRole('form', { name: 'Invite somebody' })
  await form.getByLabel('Email').fill(email)
  await form.getByLabel('Role').selectOption('Viewer')
  await form.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('status')).toContainText(`${email} is invited`)
  const link = new URL(emulator.inbox.latest(email)?.link ?? '')
  const invitation_token = link.searchParams.get('invitation_token') ?? ''
  await page.goto(client.signInUrl({ invitation_token }))
}

test('somebody new accepts an invitation by signing up', async ({ page, desk }) => {
  await invite(page, desk, 'zoe@northwind.example')
  await page.getByRole('link', { name: 'Create your account' }).click()
  await page.getByLabel('First name').fill('Zoe')
  await page.getByLabel('Password', { exact: true }).fill('a long and private one')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page
    .getByLabel('Verification code')
    .fill(desk.emulator.inbox.latest('zoe@northwind.example')?.code ?? '')
  await page.getByRole('button', { name: 'Verify email' }).click()
  await expect(page.getByRole('heading', { name: /Signed in as zoe@/ })).toBeVisible()
  expect(await resultOn(page)).toMatchObject({
    organization_id: northwind,
    claims: { role: 'viewer' },
  })
})

test('somebody known accepts an invitation by signing in', async ({ page, desk }) => {
  await invite(page, desk, grace.email)
  await page.getByRole('link', { name: 'Sign in to accept' }).click()
  if (await page.getByLabel('Email', { exact: true }).isVisible()) await signIn(page, grace)
  await expect(page.getByRole('heading', { name: `Signed in as ${grace.email}` })).toBeVisible()
  expect(await resultOn(page)).toMatchObject({ organization_id: northwind })
})

test('an invitation is not for whoever else is signed in', async ({ page, desk }) => {
  await page.goto(desk.client.signInUrl())
  await signIn(page, grace)
  await expect(page.getByRole('heading', { name: /Signed in/ })).toBeVisible()
  await invite(page, desk, 'zoe@northwind.example')
  await expect(
    page.getByRole('heading', { name: 'This invitation is for another address' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Use another account' })).toBeVisible()
})
