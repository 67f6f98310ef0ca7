import { actionId } from '../support/actionId.ts'
import { ask } from '../support/ask.ts'
import { ada } from '../support/people.ts'
import { expiredSessionCookie } from '../support/session.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, refreshes, test } from '../support/world.ts'

test('on Next 15 a sign-in comes back, an action knows who asks, and a sign-out ends it', async ({
  page,
  context,
  next15World: { app },
}) => {
  await page.goto(`${app.url}/members?tab=1`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${app.url}/members?tab=1`)
  await expect(page.getByRole('heading')).toHaveText(`Members only: ${ada.email}`)

  await page.goto(`${app.url}/notes`)
  await page.getByRole('button', { name: 'Note who I am' }).click()
  await expect(page.getByRole('status')).toHaveText(`noted by ${ada.email}`)

  await page.goto(`${app.url}/members`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${app.url}/`)
  const left = (await context.cookies(app.url)).map(({ name }) => name)
  expect(left.filter((name) => name.startsWith('wos-'))).toEqual([])
  await page.goto(`${app.url}/members`)
  await expectSignInPage(page)
})

test('data and actions of the signed-out are refused', async ({ next15World: { app } }) => {
  const data = await ask({ way: 'data', url: `${app.url}/api/me`, cookie: '' })
  expect(data.status).toBe(401)
  expect(await data.json()).toMatchObject({ error: { code: 'unauthenticated' } })

  const action = await actionId(new URL('../apps/next15/', import.meta.url), 'app/notes/page')
  const refused = await ask({ way: 'action', url: `${app.url}/notes`, cookie: '', action })
  expect(refused.status).toBe(401)
  expect(await refused.text()).toContain('(unauthenticated)')
})

test('twenty requests with one expired session refresh it once', async ({ next15World: world }) => {
  const { app } = world
  const cookie = await expiredSessionCookie(world, ada.email)
  const refreshed = refreshes(world)
  const urls = Array.from({ length: 20 }, (_, index) => (index % 2 ? '/members' : '/api/me'))
  const answers = await Promise.all(
    urls.map(async (path) => {
      const response = await ask({ way: 'data', url: app.url + path, cookie })
      return { response, text: await response.text() }
    }),
  )
  for (const { response, text } of answers) {
    expect(response.status).toBe(200)
    expect(text).toContain(ada.email)
    expect(response.headers.getSetCookie().join()).toContain('wos-session=Fe26.2')
  }
  expect(refreshes(world)).toBe(refreshed + 1)
})
