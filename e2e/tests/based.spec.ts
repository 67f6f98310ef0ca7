import type { Page } from '@playwright/test'
import { ada } from '../support/people.ts'
import { send } from '../support/send.ts'
import { sessionCookie } from '../support/session.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, refreshes, test, type World } from '../support/world.ts'

/** Signs in on the way to the members' page, and stays there. */
async function signInAsMember(page: Page, { app }: World): Promise<void> {
  await page.goto(`${app.url}/shop/de/members`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${app.url}/shop/de/members`)
}

/** Cookies of the kit that the browser has for any path of the application. */
async function kitCookies(page: Page, { app }: World): Promise<string[]> {
  const cookies = await page.context().cookies(`${app.url}/shop/de/members`)
  return cookies.map(({ name }) => name).filter((name) => name.startsWith('wos-'))
}

test('a sign-in comes back to the page, with its locale and query', async ({
  page,
  basedWorld: world,
}) => {
  const path = `${world.app.url}/shop/de/members?tab=1&q=a%26b`
  await page.goto(path)
  await signIn(page, ada)
  await expect(page).toHaveURL(path)
  await expect(page.getByRole('heading')).toHaveText(`Bytes of members only: ${ada.email}`)

  // The application's own proxy finds the locale of whoever passes.
  await page.goto(`${world.app.url}/shop/members?tab=1`)
  await expect(page).toHaveURL(`${world.app.url}/shop/en/members?tab=1`)
})

test('the start page is behind the proxy too', async ({ page, basedWorld: world }) => {
  await page.goto(`${world.app.url}/shop?from=mail`)
  await expect(page).toHaveURL(`${world.app.url}/shop/en?from=mail`)
})

test('the client asks its own routes, and its links lead to them', async ({
  page,
  basedWorld: world,
}) => {
  await page.goto(`${world.app.url}/shop/de?tab=1`)
  await expect(page.getByRole('status')).toHaveText('signed-out')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/shop/de?tab=1`)
  await expect(page.getByRole('status')).toHaveText(ada.email)

  await page.getByRole('link', { name: 'Members, this way' }).click()
  await expect(page).toHaveURL(`${world.app.url}/shop/de/members`)

  await page.goto(`${world.app.url}/shop/de`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${world.app.url}/shop/de`)
  await expect(page.getByRole('status')).toHaveText('signed-out')
  expect(await kitCookies(page, world)).toEqual([])
})

test('a server action signs out, here and at WorkOS', async ({ page, basedWorld: world }) => {
  await signInAsMember(page, world)
  expect(await kitCookies(page, world)).toEqual(['wos-session'])
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`${world.app.url}/shop/de`)
  expect(await kitCookies(page, world)).toEqual([])
  await page.goto(`${world.app.url}/shop/de/members`)
  await expectSignInPage(page)
})

test('and so it does without JavaScript', async ({ browser, basedWorld: world }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAsMember(page, world)
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`${world.app.url}/shop/de`)
  expect(await kitCookies(page, world)).toEqual([])
  await context.close()
})

test('where no proxy stands, pages and data are refreshed through the kit’s route', async ({
  page,
  basedWorld: world,
}) => {
  await signInAsMember(page, world)
  for (const path of ['/shop/apart', '/shop/apart/me']) {
    await world.travel({ seconds: 600 })
    const refreshed = refreshes(world)
    await page.goto(world.app.url + path)
    await expect(page.locator('body')).toContainText(ada.email)
    expect(refreshes(world)).toBe(refreshed + 1)
  }
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`an action that needs a session leads to sign in and back, ${how} JavaScript`, async ({
    browser,
    basedWorld: world,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${world.app.url}/shop/apart`)
    await page.getByRole('button', { name: 'Enter' }).click()
    await signIn(page, ada)
    await expect(page).toHaveURL(`${world.app.url}/shop/apart?entered`)
    await expect(page.getByRole('heading')).toHaveText(`Hello ${ada.email}`)
    await context.close()
  })
}

test('what the kit shows instead of a page leads back into the application', async ({
  page,
  basedWorld: world,
}) => {
  const started = await page.request.get(`${world.app.url}/shop/auth/sign-in?returnTo=/de`, {
    headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' },
    maxRedirects: 0,
  })
  const state = new URL(started.headers().location ?? '').searchParams.get('state') ?? ''
  const query = new URLSearchParams({ error: 'access_denied', state })
  await page.goto(`${world.app.url}/shop/callback?${query}`)
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/shop/de`)

  await page.goto(`${world.app.url}/shop/de/admin/users`)
  await page.getByRole('link', { name: 'Go to the start page' }).click()
  await expect(page).toHaveURL(`${world.app.url}/shop/en`)
})

test('an old proof of identity leads to a new one and back', async ({ basedWorld: world }) => {
  const cookie = await sessionCookie(world, ada.email)
  await world.travel({ seconds: 310 })
  const response = await send(world.app.url, {
    path: '/shop/de/danger?really=1',
    headers: { cookie, 'sec-fetch-mode': 'navigate', accept: 'text/html' },
  })
  const query = new URLSearchParams({ returnTo: '/de/danger?really=1', maxAge: '300' })
  expect(response.headers.get('location')).toBe(`/shop/auth/sign-in?${query}`)
})
