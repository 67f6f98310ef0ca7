import { sealData } from 'iron-session-8'
import { cookieHeader } from '../support/cookieHeader.ts'
import { ada } from '../support/people.ts'
import { expectSignInPage, signIn } from '../support/signIn.ts'
import { expect, test } from '../support/world.ts'

const seal = 'Fe26.2*1*00*00*00**00*00~2'

const cookies: [name: string, value: (password: string) => string | Promise<string>][] = [
  ['garbage', () => 'garbage'],
  ['empty', () => ''],
  ['truncated', async (password) => (await sealData({ a: 1 }, { password, ttl: 0 })).slice(0, 80)],
  [
    'sealed with a foreign password',
    () => sealData({ user: { id: 'x' } }, { password: 'x'.repeat(40), ttl: 0 }),
  ],
  ['a seal of something else', (password) => sealData({ hello: 'world' }, { password, ttl: 0 })],
  [
    'a seal around a forged token',
    (password) =>
      sealData(
        {
          accessToken: `${btoa('{"alg":"none"}')}.${btoa('{"sub":"user_x"}')}.`,
          refreshToken: 'x',
          user: { id: 'user_x', email: ada.email },
        },
        { password, ttl: 0 },
      ),
  ],
  ['malformed', () => seal],
  ['12 kB', () => 'x'.repeat(12_000)],
  ['percent signs', () => '%E0%A4%A'],
]

for (const [name, value] of cookies) {
  test(`a session cookie that is ${name} is no session, and stays`, async ({ request, world }) => {
    const cookie = `wos-session=${await value(world.cookiePassword)}`
    const get = (path: string, accept: string) =>
      request.get(world.app.url + path, { headers: { cookie, accept }, maxRedirects: 0 })
    for (const path of ['/', '/dashboard', '/auth/session', '/auth/refresh']) {
      const response = await get(path, 'text/html')
      expect(response.status(), path).toBeLessThan(500)
      expect(response.headers()['set-cookie'] ?? '', path).not.toContain('wos-session')
    }
    const page = await get('/dashboard', 'text/html')
    expect(page.headers().location).toContain('/auth/sign-in?returnTo=%2Fdashboard')
    const data = await get('/dashboard', 'application/json')
    expect(data.status()).toBe(401)
    expect(await data.json()).toMatchObject({ error: { code: 'unauthenticated' } })
  })
}

test('20 kB of cookies are refused by the server, clearly', async ({ world }) => {
  const response = await fetch(`${world.app.url}/dashboard`, {
    headers: { cookie: `wos-session=${'x'.repeat(20_000)}` },
  })
  expect(response.status).toBe(431)
})

const callbacks = [
  ['nothing', ''],
  ['no state', '?code=01ABC'],
  ['no code', '?state=abc'],
  ['a foreign state', `?code=01ABC&state=${encodeURIComponent(seal)}`],
  ['garbage', '?code=%00&state=%E0%A4%A'],
  ['an error', '?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E'],
  ['a long state', `?code=01ABC&state=${'x'.repeat(5_000)}`],
] as const

test.describe('a callback', () => {
  for (const [name, query] of callbacks) {
    test(`with ${name} starts over or explains, and costs nobody a session`, async ({
      page,
      context,
      world,
    }) => {
      const asNobody = await page.request.get(`${world.app.url}/auth/callback${query}`, {
        maxRedirects: 0,
        headers: { accept: 'text/html' },
      })
      expect([303, 307, 400]).toContain(asNobody.status())
      expect(await asNobody.text()).not.toContain('<script>alert')

      const asProgram = await fetch(`${world.app.url}/auth/callback${query}`, {
        headers: { accept: 'application/json' },
        redirect: 'manual',
      })
      expect(asProgram.status).toBe(400)
      expect(await asProgram.json()).toMatchObject({ error: { code: 'callback_failed' } })

      await page.goto(`${world.app.url}/dashboard`)
      await signIn(page, ada)
      await expect(page).toHaveURL(`${world.app.url}/dashboard`)
      await page.goto(`${world.app.url}/auth/callback${query}`)
      await page.goto(`${world.app.url}/dashboard`)
      await expect(page).toHaveURL(`${world.app.url}/dashboard`)
      expect(await cookieHeader(context, world.app.url)).toContain('wos-session=')
    })
  }

  test('that is replayed changes nothing', async ({ page, world }) => {
    const seen = page.waitForRequest((request) => request.url().includes('/auth/callback?'))
    await page.goto(`${world.app.url}/dashboard`)
    await signIn(page, ada)
    await expect(page).toHaveURL(`${world.app.url}/dashboard`)
    await page.goto((await seen).url())
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto(`${world.app.url}/dashboard`)
    await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  })

  test('that another browser began signs nobody in', async ({ page, browser, world }) => {
    const attacker = await browser.newContext()
    const theirs = await attacker.newPage()
    await theirs.goto(`${world.app.url}/dashboard`)
    await signIn(theirs, ada)
    await expect(theirs).toHaveURL(`${world.app.url}/dashboard`)
    // WorkOS knows the attacker's browser: it answers with a fresh code, which is kept back here.
    const location = async (url: string) => {
      const headers = { accept: 'text/html' }
      const response = await attacker.request.get(url, { headers, maxRedirects: 0 })
      return response.headers().location ?? ''
    }
    const callback = await location(await location(`${world.app.url}/auth/sign-in`))
    expect(callback).toMatch(/\/auth\/callback\?code=/)
    await attacker.close()

    await page.goto(callback)
    await expectSignInPage(page)
    await page.goto(`${world.app.url}/auth/session`)
    expect(await page.textContent('body')).toContain('signed-out')
  })
})

const openRedirects = [
  '//evil.example',
  '/\\evil.example',
  '\t//evil.example',
  'https:evil.example',
  'https://evil.example',
  'https://localhost@evil.example',
  '/%2F/evil.example',
  '/%5Cevil.example',
  '//evil。example',
  'javascript:alert(1)',
  '/auth/sign-out',
]

test('no returnTo leads out of the product', async ({ page, world }) => {
  test.slow()
  await page.goto(`${world.app.url}/dashboard`)
  await signIn(page, ada)
  await expect(page).toHaveURL(`${world.app.url}/dashboard`)
  for (const returnTo of openRedirects) {
    const query = new URLSearchParams({ returnTo })
    // WorkOS knows this browser, so the sign-in is silent and lands at once.
    await page.goto(`${world.app.url}/auth/sign-in?${query}`)
    await expect(page, returnTo).toHaveURL(`${world.app.url}/`)
    await page.goto(`${world.app.url}/auth/refresh?${query}`)
    await expect(page, returnTo).toHaveURL(`${world.app.url}/`)
  }
})
