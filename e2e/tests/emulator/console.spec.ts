import type { Page } from '@playwright/test'
import { type Desk, expect, resultOn, test } from '../../support/desk.ts'

const consoleOf = ({ emulator }: Desk, path: string) => `${emulator.url}/_emulator/console/${path}`

test('somebody is acted as from the console', async ({ page, desk }) => {
  await page.goto(consoleOf(desk, 'users'))
  await page.keyboard.press('/')
  await page.keyboard.type('elif')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Elif Demir' }).click()
  await page.getByRole('link', { name: 'Act as Elif' }).click()
  await page.getByLabel('Your email').fill('support@product.example')
  await page.getByLabel('Reason').fill('A question about an invoice')
  await page.getByLabel('Application’s redirect URI').fill(`${desk.client.url}/callback`)
  await page.getByRole('button', { name: 'Act as Elif Demir' }).click()
  await expect(
    page.getByRole('heading', { name: 'Signed in as elif@halcyon.example' }),
  ).toBeVisible()
  expect(await resultOn(page)).toMatchObject({
    impersonator: { email: 'support@product.example', reason: 'A question about an invoice' },
    claims: { act: { sub: 'support@product.example' } },
  })

  await page.goto(consoleOf(desk, 'users/user_01JELIF0000000000000000000'))
  await expect(page.getByText('support@product.example acting as them')).toBeVisible()
  await page.getByRole('button', { name: /^Revoke session/ }).click()
  await expect(page.getByRole('table', { name: 'Sessions' })).toContainText('revoked')
})

test('what happens appears on open pages, and what was unfolded stays so', async ({
  page,
  desk,
}) => {
  await desk.emulator.mintSession({ email: 'ada@northwind.example' })
  await page.goto(consoleOf(desk, 'events'))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const first = page.locator('.log details')
  await first.locator('summary').click()
  await expect(page.locator('.json')).toContainText('"object": "session"')

  await callApi(desk, '/user_management/users', { email: 'new@home.example' })
  await expect(page.getByText('user.created')).toBeVisible()
  await expect(page.locator('.log details')).toHaveCount(2)
  await expect(page.locator('.log details[open] summary')).toContainText('session.created')
})

test('a fault made in the console fails the next request, which the log shows', async ({
  page,
  desk,
}) => {
  await page.goto(consoleOf(desk, 'faults'))
  await page.getByRole('link', { name: 'API outage' }).click()
  await page.getByLabel('Times').fill('1')
  await page.getByRole('button', { name: 'Add the fault' }).click()
  await expect(page.getByRole('table', { name: 'Faults' })).toContainText('answers 503')
  await expect(page.getByRole('link', { name: /Faults/ })).toContainText('1')
  expect(await callApi(desk, '/user_management/users', { email: 'a@b.example' })).toBe(503)
  await expect(page.getByRole('table', { name: 'Faults' })).toContainText('1 of 1')
  await page.getByRole('link', { name: 'Requests' }).click()
  const latest = page.getByRole('row', { name: /POST \/user_management\/users/ }).first()
  await expect(latest).toContainText('by a fault')
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('everything works but the live updates, and the page says so', async ({ page, desk }) => {
    await page.goto(consoleOf(desk, 'clock'))
    await expect(page.getByText('Live', { exact: true })).toBeHidden()
    await expect(page.getByRole('link', { name: 'Reload' })).toBeVisible()
    await page.getByRole('button', { name: '+1 h' }).click()
    await expect(page.getByText('1 h ahead')).toBeVisible()
    await addPerson(page, desk)
  })

  test('a narrow page has its rooms behind a button', async ({ page, desk }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(consoleOf(desk, 'users'))
    await expect(page.getByRole('link', { name: 'Webhooks' })).toBeHidden()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Webhooks' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible()
  })
})

/** Makes somebody by a form that is refused first. */
async function addPerson(page: Page, desk: Desk): Promise<void> {
  await page.goto(consoleOf(desk, 'users'))
  await page.getByText('New user', { exact: true }).click()
  const form = page.getByRole('form', { name: 'New user' })
  await form.getByLabel('First name').fill('Zoe')
  await form.getByLabel('Email').fill('ada@northwind.example')
  await form.getByRole('button', { name: 'Make the user' }).click()
  await expect(page.getByRole('alert')).toContainText('This email is not available.')
  await expect(form.getByLabel('First name')).toHaveValue('Zoe')
  await form.getByLabel('Email').fill('zoe@home.example')
  await form.getByRole('button', { name: 'Make the user' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Zoe' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('zoe@home.example is a user now.')
}

async function callApi({ emulator }: Desk, path: string, body: unknown): Promise<number> {
  const { status } = await fetch(emulator.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return status
}
