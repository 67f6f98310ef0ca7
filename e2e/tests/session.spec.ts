import { cookieHeader, sessionDeletions } from '../support/cookieHeader.ts'
import { ada } from '../support/people.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { endSessions, expect, refreshes, test } from '../support/world.ts'

test('an open page outlives its access token', async ({ page, context, world }) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
  const before = await cookieHeader(context, world.app.url)
  const refreshed = refreshes(world)

  await world.travel({ seconds: 600 })
  await page.getByRole('link', { name: 'Requests' }).first().click()
  await expect(page).toHaveURL(`${world.app.url}/dashboard/requests`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  expect(refreshes(world)).toBe(refreshed + 1)
  expect(await cookieHeader(context, world.app.url)).not.toBe(before)
  await page.reload()
  await expect(page).toHaveURL(`${world.app.url}/dashboard/requests`)
})

test('an open page whose session WorkOS has ended leads to sign-in, and back to where it was going', async ({
  page,
  context,
  world,
}) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
  const kept = await cookieHeader(context, world.app.url)
  await endSessions(world)
  await world.travel({ seconds: 600 })

  await page.getByRole('link', { name: 'Requests' }).first().click()
  await expectSignInPage(page)
  expect(await cookieHeader(context, world.app.url)).toContain(kept)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard/requests`)
})

test('20 parallel requests with one expired session refresh it once and delete no cookie', async ({
  page,
  context,
  world,
}) => {
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  const cookie = await cookieHeader(context, world.app.url)
  await page.close()
  await world.travel({ seconds: 600 })
  const refreshed = refreshes(world)

  const responses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      fetch(`${world.app.url}/dashboard?request=${index}`, {
        headers: { cookie, accept: index % 2 ? 'text/html' : 'application/json' },
        redirect: 'manual',
      }),
    ),
  )

  expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(responses.flatMap(sessionDeletions)).toEqual([])
  expect(refreshes(world)).toBe(refreshed + 1)
  const cookies = new Set(responses.map((response) => response.headers.getSetCookie().join()))
  expect(cookies.size).toBe(1)
  for (const response of responses) {
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(await response.text()).toContain(ada.email)
  }
})
