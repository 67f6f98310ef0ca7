import { cookieHeader } from '../support/cookieHeader.ts'
import { ada } from '../support/people.ts'
import { send } from '../support/send.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

const spellings = [
  '/admin',
  '/Admin',
  '/%61dmin',
  '/%2561dmin',
  '//admin',
  '/admin/',
  '/admin.rsc',
  '/admin.segments/_tree.segment.rsc',
  '/admin.segments/admin/__PAGE__.segment.rsc',
  '/admin%2fx',
  '/admin;x',
  '/admin\\x',
  '/open/..%2fadmin',
  '/open/%2e%2e/admin',
  '/open/..;/admin',
  '/_next/data/build/admin.json',
]

const forged = [
  {},
  { accept: 'text/html', 'sec-fetch-mode': 'navigate' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-nextjs-data': '1' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-latchkey-path': '/', 'x-workos-middleware': 'true', 'x-middleware-rewrite': '/open' },
]

test('no spelling of a path, and no header, gets past a rule', async ({
  page,
  context,
  matrixWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  await expect(page.getByRole('heading')).toHaveText(`Bytes of members only: ${ada.email}`)
  const cookie = await cookieHeader(context, world.app.url)
  for (const path of spellings) {
    for (const headers of forged) {
      const signedOut = await send(world.app.url, { path, headers })
      expect(await signedOut.text(), path).not.toContain('Bytes of')
      expect([303, 307, 308, 401], path).toContain(signedOut.status)
      const signedIn = await send(world.app.url, { path, headers: { ...headers, cookie } })
      expect(await signedIn.text(), path).not.toContain('Bytes of')
      expect([200, 308, 403, 404], path).toContain(signedIn.status)
    }
  }
})

test("whoever may not sees the product's own page in place", async ({
  page,
  matrixWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members`)
  const response = await page.goto(`${world.app.url}/admin`)
  expect(response?.headers()['cache-control']).toContain('no-store')
  await expect(page).toHaveURL(`${world.app.url}/admin`)
  await expect(page.getByRole('heading')).toHaveText('Not for you')
})

test('helpers that write say in a Server Component where they belong', async ({
  page,
  matrixWorld: world,
}) => {
  await page.goto(`${world.app.url}/renders`)
  await signIn(page, ada)
  await expect(page.getByText('CookiesNotWritableError: refreshSession()')).toBeVisible()
})

test('actions do what they say, and tell a refusal by its code', async ({
  page,
  context,
  matrixWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  const output = page.locator('output')
  // A click before React has taken the page over is lost.
  await expect(async () => {
    await page.getByRole('button', { name: 'Who am I' }).click()
    await expect(output).toHaveText(`${ada.email} true 3`, { timeout: 2_000 })
  }).toPass()
  await page.getByRole('button', { name: 'Renew' }).click()
  await expect(output).toHaveText('renewed true')
  await page.getByRole('button', { name: 'Enter' }).click()
  await expect(output).toHaveText(/^entered: (?:refused|not-a-member)$/)
  await page.getByRole('button', { name: 'Who am I' }).click()
  await expect(output).toHaveText(`${ada.email} true 3`)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(output).toHaveText('refused: forbidden')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Who am I' }).click()
  await expect(output).toHaveText('refused: unauthenticated')
})
