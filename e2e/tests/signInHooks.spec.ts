import { cookieHeader } from '../support/cookieHeader.ts'
import { ada } from '../support/people.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

const verdicts: [returnTo: string, lands: string, heading: string, session: boolean][] = [
  ['/vetoed', '/auth/callback', 'You are not signed in', false],
  ['/turned-away', '/?turned-away', 'Open to everybody', false],
  ['/redirected', '/members', `Members only: ${ada.email}`, true],
]

for (const [returnTo, lands, heading, session] of verdicts) {
  test(`hooks have the last word: ${returnTo.slice(1)}`, async ({
    page,
    context,
    guardedWorld: world,
  }) => {
    await page.goto(`${world.app.url}/auth/sign-in?returnTo=${returnTo}`)
    await signIn(page, ada)
    await expect(page.getByRole('heading')).toHaveText(heading)
    expect(page.url().startsWith(world.app.url + lands)).toBe(true)
    const cookies = await cookieHeader(context, world.app.url)
    expect(cookies.includes('wos-session')).toBe(session)
    expect(cookies).not.toContain('wos-auth-verifier')
  })
}

test('a link sends something along to the hooks, and only what they take', async ({
  page,
  guardedWorld: world,
}) => {
  await page.goto(world.app.url)
  await page.getByRole('link', { name: 'Join the blue team' }).click()
  await expect(page.getByRole('heading')).toHaveText('This link does not work')
  await expect(page.getByText('app_state_invalid')).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Join the red team' }).click()
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members?team=red`)
})

test('a sign-in comes back to the place on the page that it began at', async ({
  page,
  guardedWorld: world,
}) => {
  await page.goto(`${world.app.url}/?plans#yearly`)
  await expect(page.getByRole('status')).toHaveText('signed-out')
  await page.getByRole('link', { name: 'Sign in here' }).click()
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/?plans#yearly`)
})

test('other tabs learn of a sign-out, and of the next sign-in', async ({
  page,
  context,
  guardedWorld: world,
}) => {
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  const other = await context.newPage()
  await other.goto(world.app.url)
  await expect(other.getByRole('status')).toHaveText(ada.email)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('status')).toHaveText('signed-out')
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  await expect(other.getByRole('status')).toHaveText(ada.email)
})
