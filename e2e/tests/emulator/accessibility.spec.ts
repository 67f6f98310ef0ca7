import type { Page } from '@playwright/test'
import { expectAccessibleInBoth } from '../../support/accessible.ts'
import { type Desk, expect, test } from '../../support/desk.ts'
import { ada } from '../../support/people.ts'
import { signIn } from '../../support/signIn.ts'

const password = 'open-sesame-42'
const northwind = 'org_01JNORTHWIND0000000000000A'

const api = async ({ emulator }: Desk, path: string, body: unknown) => {
  const response = await fetch(emulator.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

/** Opens the sign-in and leaves the address. */
async function begin(page: Page, { client }: Desk, email: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(client.signInUrl())
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('the pages on the way in are accessible', async ({ page, desk }) => {
  const { client } = desk
  for (const parameters of [{}, { screen_hint: 'sign-up' }, { provider: 'AppleOAuth' }]) {
    await page.goto(client.signInUrl(parameters))
    await expectAccessibleInBoth(page)
  }
  await begin(page, desk, ada.email)
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectAccessibleInBoth(page)
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await expectAccessibleInBoth(page)
  await begin(page, desk, 'quinn@home.example')
  await expectAccessibleInBoth(page)
  await begin(page, desk, 'nora@meridian.example')
  await page.getByText('Groups and attributes').click()
  await expectAccessibleInBoth(page)
})

test('the pages after the password are accessible', async ({ page, desk }) => {
  const { client, emulator } = desk
  for (const name of ['lena@home', 'mina@ledgerline', 'paul@ledgerline', 'jonas@consult']) {
    await page.context().clearCookies()
    await page.goto(client.signInUrl())
    await signIn(page, { email: `${name}.example`, password })
    await expect(page.getByRole('heading', { name: 'Enter your password' })).toBeHidden()
    await expectAccessibleInBoth(page)
  }
  await page.goto(client.signInUrl({ invitation_token: 'invitedRubyToNorthwind001' }))
  await expectAccessibleInBoth(page)
  await page.goto(`${emulator.url}/device`)
  await expectAccessibleInBoth(page)
  await page.goto(`${emulator.url}/authkit/impersonate?user_id=user_01JADA00000000000000000000`)
  await expectAccessibleInBoth(page)
})

test('the pages that a message leads to are accessible', async ({ page, desk }) => {
  const { client, emulator } = desk
  const ben = 'ben@northwind.example'
  await begin(page, desk, ben)
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.goto(emulator.inbox.latest(ben)?.link ?? '')
  await expectAccessibleInBoth(page)

  emulator.radar.suspect({ email: ben, challenge: 'email' })
  await page.goto(client.signInUrl())
  await signIn(page, { email: ben, password })
  await expect(page.getByLabel('Code')).toBeVisible()
  await expectAccessibleInBoth(page)
  emulator.radar.clear()

  const device = await api(desk, '/user_management/authorize/device', {
    client_id: emulator.clientId,
  })
  await page.goto(device.verification_uri_complete)
  await page.getByRole('button', { name: 'Continue' }).click()
  await signIn(page, ada)
  await expect(page.locator('.user-code')).toHaveText(device.user_code)
  await expectAccessibleInBoth(page)
})

const rooms = [
  ['users', 'users/user_01JADA00000000000000000000', 'organizations', 'events', 'webhooks', 'keys'],
  [`organizations/${northwind}`, 'connections/conn_01JMERIDIANSSO0000000000A', 'roles', 'inbox'],
  ['directories/directory_01JNORTHWINDDIR0000000000', 'flags', 'requests', 'faults', 'clock'],
]

for (const [index, paths] of rooms.entries()) {
  test(`the console is accessible, part ${index + 1}`, async ({ page, desk }) => {
    const { emulator } = desk
    await emulator.mintSession({ email: ada.email })
    await api(desk, '/user_management/magic_auth', { email: 'quinn@home.example' })
    await api(desk, '/user_management/users', {})
    emulator.faults.add({ path: '/user_management/**', latency: 1 })
    emulator.clock.advance({ seconds: 3600 })
    for (const path of paths) {
      await page.goto(`${emulator.url}/_emulator/console/${path}`)
      for (const fold of await page.locator('details > summary').all()) {
        if (await fold.isVisible()) await fold.click()
      }
      await expectAccessibleInBoth(page)
    }
  })
}

test('the overview, snapshots, environments and a narrow page are accessible', async ({
  page,
  desk,
}) => {
  const { emulator } = desk
  for (const path of ['', '/snapshots', '/environments']) {
    await page.goto(`${emulator.url}/_emulator/console${path}`)
    await expectAccessibleInBoth(page)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${emulator.url}/_emulator/console/requests`)
  await page.getByRole('button', { name: 'Menu' }).click()
  await expectAccessibleInBoth(page)
})

test('the Admin Portal is accessible', async ({ page, desk }) => {
  const { link } = await api(desk, '/portal/generate_link', {
    organization: northwind,
    return_url: desk.client.url,
    success_url: desk.client.url,
  })
  await api(desk, '/organization_domains', {
    domain: 'air.example',
    organization_id: northwind,
  })
  for (const room of ['sso', 'dsync', 'domain_verification', 'audit_logs', 'log_streams']) {
    await page.goto(`${link}&room=${room}`)
    await expectAccessibleInBoth(page)
  }
})
