import { readFile } from 'node:fs/promises'
import { ada } from '../support/people.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

/** What the build has prerendered. */
function prerendered(page: string): Promise<string> {
  return readFile(new URL(`../apps/cached/.next/server/app/${page}.html`, import.meta.url), 'utf8')
}

test('a provider in the root layout leaves pages static, and who asks is filled in', async ({
  page,
  cachedWorld: world,
}) => {
  expect(await prerendered('index')).toContain('The same for everybody')
  const members = await prerendered('members')
  expect(members).toContain('Members only')
  expect(members).toContain('One moment')

  const home = await page.goto(world.app.url)
  expect(home?.headers()['x-nextjs-cache']).toBe('HIT')
  await expect(page.getByRole('status')).toHaveText('signed-out')

  await page.goto(`${world.app.url}/members`)
  await expectSignInPage(page)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members`)
  await expect(page.getByRole('status')).toHaveText(ada.email)

  const again = await page.goto(world.app.url)
  expect(again?.headers()['x-nextjs-cache']).toBe('HIT')
  await expect(page.getByRole('status')).toHaveText(ada.email)
})

test('who asks is read where a page is rendered for a request, not for a prefetch', async ({
  page,
  cachedWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  await expect(page.getByRole('status')).toHaveText(ada.email)
  await page.goto(`${world.app.url}/remembered`)
  await expect(page.getByRole('status')).toHaveText(ada.email)

  await page.reload()
  await expect(page.getByRole('status')).toHaveText(ada.email)
  expect(world.app.output()).not.toContain('Date.now()')
})

test('auth() inside "use cache" fails, and says what to do', async ({
  request,
  cachedWorld: world,
}) => {
  const response = await request.get(`${world.app.url}/mistake`)
  expect(response.status()).toBe(500)
  await expect.poll(() => world.app.output()).toContain('auth_in_use_cache')
  expect(world.app.output()).toContain('Call auth() outside of the cached function')
})
