import { ada } from '../support/people.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

test('signing out ends the session here and at WorkOS', async ({ page, context, world }) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  const [kept] = (await context.cookies(world.app.url)).filter(({ name }) => name === 'wos-session')
  expect(kept?.httpOnly).toBe(true)

  await page.getByRole('button', { name: /account menu/i }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${world.app.url}/`)
  const left = (await context.cookies(world.app.url)).map(({ name }) => name)
  expect(left.filter((name) => name.startsWith('wos-session'))).toEqual([])

  // No silent way back: WorkOS asks for the password again.
  await page.goto(`${world.app.url}/dashboard`)
  await expectSignInPage(page)

  // Nor does a copy of the cookie live on past its access token.
  await world.travel({ seconds: 600 })
  const response = await fetch(`${world.app.url}/dashboard`, {
    headers: { cookie: `wos-session=${kept?.value}`, accept: 'application/json' },
    redirect: 'manual',
  })
  expect(response.status).toBe(401)
})

test('no link and no other site can sign anybody out', async ({ page, context, world }) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)

  const byLink = await page.request.get(`${world.app.url}/auth/sign-out`)
  expect(byLink.status()).toBe(405)
  expect(byLink.headers().allow).toBe('POST')
  const byOtherSite = await page.request.post(`${world.app.url}/auth/sign-out`, {
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(byOtherSite.status()).toBe(403)
  expect((await context.cookies(world.app.url)).map(({ name }) => name)).toContain('wos-session')
})
