import { WorkOS } from '@workos-inc/node'
import { sealData } from 'iron-session-8'
import { ada, grace } from '../support/people.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

test('a cookie of authkit-nextjs signs in as it is', async ({ page, context, world }) => {
  const minted = await world.emulator.mintSession({ email: grace.email })
  const { id, email } = minted.user
  const session = {
    accessToken: minted.access_token,
    refreshToken: minted.refresh_token,
    user: {
      object: 'user',
      id,
      email,
      emailVerified: true,
      firstName: 'Grace',
      lastName: 'Tanaka',
      profilePictureUrl: null,
      lastSignInAt: null,
      locale: null,
      createdAt: minted.user.created_at,
      updatedAt: minted.user.updated_at,
      externalId: null,
      metadata: {},
    },
    impersonator: undefined,
    authenticationMethod: 'Password',
  }
  const value = await sealData(session, { password: world.cookiePassword, ttl: 0 })
  await context.addCookies([{ name: 'wos-session', value, url: world.app.url, httpOnly: true }])

  await page.goto(`${world.app.url}/dashboard`)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  await expect(page.getByText(grace.email).first()).toBeVisible()

  // And is refreshed into one of ours when its token is over.
  await world.travel({ seconds: 600 })
  await page.reload()
  await expect(page.getByText(grace.email).first()).toBeVisible()
  const [refreshed] = (await context.cookies(world.app.url)).filter(
    ({ name }) => name === 'wos-session',
  )
  expect(refreshed?.value).not.toBe(value)
})

test('the official SDK reads our cookie', async ({ page, context, world }) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  const [cookie] = (await context.cookies(world.app.url)).filter(
    ({ name }) => name === 'wos-session',
  )
  const { hostname, port } = new URL(world.emulator.url)
  const workos = new WorkOS({
    apiKey: world.emulator.apiKey,
    clientId: world.emulator.clientId,
    apiHostname: hostname,
    port: Number(port),
    https: false,
  })
  // The SDK has no clock to inject: it refreshes first, in case the world's has moved.
  const session = workos.userManagement.loadSealedSession({
    sessionData: cookie?.value ?? '',
    cookiePassword: world.cookiePassword,
  })
  const refreshed = await session.refresh()
  expect(refreshed).toMatchObject({ authenticated: true })
  expect(refreshed.authenticated && refreshed.user.email).toBe(ada.email)
})
