import { ada } from '../support/people.ts'
import { expiredSessionCookie } from '../support/session.ts'
import { signIn } from '../support/signIn.ts'
import { expect, refreshes, test } from '../support/world.ts'

test('middleware.ts on the edge runtime guards and signs in as a proxy does', async ({
  page,
  edgeWorld: world,
}) => {
  const refused = await fetch(`${world.app.url}/api/me`, {
    headers: { accept: 'application/json' },
  })
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ error: { code: 'unauthenticated' } })

  await page.goto(`${world.app.url}/members?tab=1`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/members?tab=1`)
  await expect(page.getByRole('heading')).toHaveText(`Members only: ${ada.email}`)
})

test('it refreshes once for many, and the pages behind it see the new session', async ({
  edgeWorld: world,
}) => {
  const cookie = await expiredSessionCookie(world, ada.email)
  const refreshed = refreshes(world)
  const responses = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`${world.app.url}/api/me`, { headers: { cookie, accept: 'application/json' } }),
    ),
  )
  for (const response of responses) {
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ email: ada.email })
    expect(response.headers.getSetCookie().join()).toContain('wos-session=Fe26.2')
  }
  expect(refreshes(world)).toBe(refreshed + 1)
})
