import type { Page } from '@playwright/test'
import { expect, resultOn, test } from '../../support/desk.ts'
import { ada } from '../../support/people.ts'
import { signIn } from '../../support/signIn.ts'
import { totp } from '../../support/totp.ts'

// Every hosted page works without a script.
test.use({ javaScriptEnabled: false })

const password = 'open-sesame-42'
const minasSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

async function typeEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function enter(page: Page, label: string, code: string, button: string): Promise<void> {
  await page.getByLabel(label).fill(code)
  await page.getByRole('button', { name: button, exact: true }).click()
}

const expectSignedIn = (page: Page, email: string) =>
  expect(page.getByRole('heading', { name: `Signed in as ${email}` })).toBeVisible()

test('a code comes by email, and only the right one signs in', async ({ page, desk }) => {
  await page.goto(desk.client.signInUrl())
  await typeEmail(page, 'quinn@home.example')
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await enter(page, 'Sign-in code', '000000', 'Sign in')
  await expect(page.getByRole('alert')).toBeVisible()
  const code = desk.emulator.inbox.latest('quinn@home.example')?.code ?? ''
  await enter(page, 'Sign-in code', code, 'Sign in')
  await expectSignedIn(page, 'quinn@home.example')
  expect(await resultOn(page)).toMatchObject({ authentication_method: 'MagicAuth' })
})

test('an authenticator is set up by its key, and asked for at the next sign-in', async ({
  page,
  context,
  desk,
}) => {
  const paul = { email: 'paul@ledgerline.example', password }
  await page.goto(desk.client.signInUrl())
  await signIn(page, paul)
  await expect(page.getByAltText('QR code for an authenticator app')).toHaveAttribute(
    'src',
    /^data:image\/png;base64,.{200,}/,
  )
  await page.getByText('Enter a key instead').click()
  const key = (await page.locator('.manual code').last().textContent()) ?? ''
  const secret = key.replaceAll(' ', '')
  await enter(page, 'Six-digit code', '000000', 'Turn it on')
  await expect(page.getByRole('alert')).toBeVisible()
  const now = () => desk.emulator.clock.now()
  await enter(page, 'Six-digit code', totp(secret, now()), 'Turn it on')
  await expectSignedIn(page, paul.email)

  await context.clearCookies()
  desk.emulator.clock.advance({ seconds: 60 })
  await page.goto(desk.client.signInUrl())
  await signIn(page, paul)
  await expect(page.getByRole('heading', { name: 'Two-step sign-in' })).toBeVisible()
  await enter(page, 'Six-digit code', totp(secret, now()), 'Continue')
  await expectSignedIn(page, paul.email)
})

test('a second factor takes each code once', async ({ page, context, desk }) => {
  const mina = { email: 'mina@ledgerline.example', password }
  desk.emulator.clock.freeze()
  const code = totp(minasSecret, desk.emulator.clock.now())
  await page.goto(desk.client.signInUrl())
  await signIn(page, mina)
  await enter(page, 'Six-digit code', code, 'Continue')
  await expectSignedIn(page, mina.email)

  await context.clearCookies()
  await page.goto(desk.client.signInUrl())
  await signIn(page, mina)
  await enter(page, 'Six-digit code', code, 'Continue')
  await expect(page.getByRole('alert')).toBeVisible()
})

test('somebody of two organizations chooses one', async ({ page, desk }) => {
  await page.goto(desk.client.signInUrl())
  await signIn(page, { email: 'jonas@consult.example', password })
  await page.getByRole('button', { name: /Halcyon Health/ }).click()
  await expectSignedIn(page, 'jonas@consult.example')
  expect(await resultOn(page)).toMatchObject({
    organization_id: 'org_01JHALCYON000000000000000B',
    claims: { role: 'admin' },
  })
})

test('an identity provider vouches for its people, with groups and attributes', async ({
  page,
  desk,
}) => {
  await page.goto(desk.client.signInUrl())
  await typeEmail(page, 'nora@meridian.example')
  await expect(page.getByRole('heading', { name: 'Meridian SSO' })).toBeVisible()
  await page.getByText('Groups and attributes').click()
  await expect(page.getByLabel('Groups')).toHaveValue('Engineering, Admins')
  await page.getByLabel('Groups').fill('Engineering, On call')
  await page.getByLabel('Attributes').fill('department=Risk')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectSignedIn(page, 'nora@meridian.example')
  expect(await resultOn(page)).toMatchObject({
    authentication_method: 'SSO',
    organization_id: 'org_01JMERIDIANBANK000000000E',
  })

  await page.goto(
    `${desk.emulator.url}/_emulator/console/connections/conn_01JMERIDIANSSO0000000000A`,
  )
  const row = page.getByRole('row', { name: /nora@meridian\.example/ })
  await expect(row).toContainText('Engineering, On call')
  await expect(row).toContainText('department=Risk')
})

test('a social provider asks for consent, which can be refused', async ({ page, desk }) => {
  await page.goto(desk.client.signInUrl())
  await page.getByRole('link', { name: 'Google' }).click()
  await page.getByLabel('Email', { exact: true }).fill('gia@gmail.example')
  await page.getByLabel('First name').fill('Gia')
  await page.getByRole('button', { name: 'Allow' }).click()
  await expectSignedIn(page, 'gia@gmail.example')
  expect(await resultOn(page)).toMatchObject({ authentication_method: 'GoogleOAuth' })

  await page.goto(desk.client.signInUrl({ provider: 'GitHubOAuth', state: 'kept' }))
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Refused' })).toBeVisible()
  expect(await resultOn(page)).toMatchObject({ error: 'access_denied', state: 'kept' })
})

test('a forgotten password is reset by the emailed link', async ({ page, context, desk }) => {
  const carmen = 'carmen@northwind.example'
  await page.goto(desk.client.signInUrl())
  await typeEmail(page, carmen)
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await page.goto(desk.emulator.inbox.latest(carmen)?.link ?? '')
  await enter(page, 'New password', 'another long one', 'Save password')
  await context.clearCookies()
  await page.goto(desk.client.signInUrl())
  await signIn(page, { email: carmen, password })
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('another long one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectSignedIn(page, carmen)
})

test('a device is signed in by its owner', async ({ page, desk }) => {
  const { emulator } = desk
  const begun = await fetch(`${emulator.url}/user_management/authorize/device`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: emulator.clientId }),
  })
  const device = await begun.json()
  const poll = async () => {
    const response = await fetch(`${emulator.url}/user_management/authenticate`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: emulator.clientId,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device.device_code,
      }),
    })
    return response.json()
  }
  expect(await poll()).toMatchObject({ error: 'authorization_pending' })
  await page.goto(device.verification_uri_complete)
  if (await page.getByLabel('Device code').isVisible()) {
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await signIn(page, ada)
  await expect(page.locator('.user-code')).toHaveText(device.user_code)
  await page.getByRole('button', { name: 'Yes, sign it in' }).click()
  await expect(page.getByRole('heading')).toBeVisible()
  emulator.clock.advance({ seconds: 10 })
  expect(await poll()).toMatchObject({ user: { email: ada.email } })
})

test('Radar asks for a code by email where it suspects somebody', async ({ page, desk }) => {
  const { radar, inbox } = desk.emulator
  radar.suspect({ email: ada.email, challenge: 'email' })
  await page.goto(desk.client.signInUrl())
  await signIn(page, ada)
  await expect(page.getByLabel('Code')).toBeVisible()
  await enter(page, 'Code', '000000', 'Continue')
  await expect(page.getByRole('alert')).toBeVisible()
  await enter(page, 'Code', inbox.latest(ada.email)?.code ?? '', 'Continue')
  await expectSignedIn(page, ada.email)
})

test('signing out leads to a registered address only', async ({ page, desk }) => {
  await page.goto(desk.client.signInUrl())
  await signIn(page, ada)
  await expectSignedIn(page, ada.email)
  const { sid } = (await resultOn(page)).claims
  const signOut = (returnTo: string) =>
    page.goto(
      `${desk.emulator.url}/user_management/sessions/logout?${new URLSearchParams({ session_id: sid, return_to: returnTo })}`,
    )
  await signOut('https://evil.example/')
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expect(page.locator('code')).toHaveText('https://evil.example/')
  await signOut(desk.client.url)
  await expect(page.getByRole('heading', { name: 'Signed out' })).toBeVisible()
  await page.goto(desk.client.signInUrl())
  await expect(page.getByLabel('Email', { exact: true })).toBeVisible()
})
