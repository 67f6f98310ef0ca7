import { cookieHeader } from '../support/cookieHeader.ts'
import { ada } from '../support/people.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, refreshes, test } from '../support/world.ts'

test('protection holds where no proxy stands', async ({ page, request, bareWorld: world }) => {
  const forged = {
    'x-workos-session': 'anything',
    'x-workos-middleware': 'true',
    'x-latchkey-path': '/',
    'x-latchkey-unavailable': '1',
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
  }
  for (const path of ['/members', '/members.rsc', '/members?_rsc=1', '/api/me']) {
    for (const rsc of [{}, { rsc: '1' }]) {
      const response = await request.get(world.app.url + path, {
        headers: { ...forged, ...rsc },
        maxRedirects: 0,
      })
      expect(await response.text(), path).not.toContain('Members only')
    }
  }

  await page.goto(`${world.app.url}/members`)
  await expectSignInPage(page)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members`)
  await expect(page.getByRole('heading')).toHaveText(`Members only: ${ada.email}`)
})

test('pages send an expired session through the refresh route and carry on', async ({
  page,
  context,
  bareWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members`)
  const before = await cookieHeader(context, world.app.url)
  const refreshed = refreshes(world)
  await world.travel({ seconds: 600 })

  await page.goto(`${world.app.url}/maybe`)
  await expect(page).toHaveURL(`${world.app.url}/maybe`)
  await expect(page.getByRole('heading')).toHaveText(`Hello ${ada.email}`)
  expect(refreshes(world)).toBe(refreshed + 1)
  expect(await cookieHeader(context, world.app.url)).not.toBe(before)

  const data = await page.request.get(`${world.app.url}/api/me`)
  expect(await data.json()).toEqual({ email: ada.email })
})

test('auth() tells that nobody is there', async ({ page, request, bareWorld: world }) => {
  await page.goto(`${world.app.url}/maybe`)
  await expect(page.getByRole('heading')).toHaveText('signed-out')
  const data = await request.get(`${world.app.url}/api/me`)
  expect(data.status()).toBe(401)
})
