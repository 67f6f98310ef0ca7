import { parseCookies } from '@latchkey/core'
import { expect, it } from 'vitest'
import { authRoutes } from '../../src/routes/index.ts'
import { openBrowser } from '../support/browser.ts'
import { ada, appUrl, createWorld } from '../support/world.ts'

const ben = 'ben@northwind.example'

it('ends an impersonation from the dashboard as the other person, also when signed in', async () => {
  const { kit, emulator, cookieOf } = await createWorld()
  const browser = openBrowser(authRoutes({ kit }), emulator)
  await browser.signIn(ada)
  const other = await kit.loadSession(parseCookies(await cookieOf(ben)))
  if (other.status !== 'signed-in') throw new Error('Ben cannot sign in')

  const form = await browser.open(`${emulator.url}/authkit/impersonate?user_id=${other.user.id}`)
  const page = await browser.submit(form, {
    impersonator: 'support@orchard.example',
    reason: 'ticket 42',
    redirect_uri: `${appUrl}/auth/callback`,
  })
  expect(page.url.href).toBe(`${appUrl}/`)
  expect(await kit.loadSession(parseCookies(browser.cookies()))).toMatchObject({
    status: 'signed-in',
    user: { email: ben },
    claims: { actor: 'support@orchard.example' },
  })
})

it('never signs anybody in by a code that the browser did not ask for', async () => {
  const { kit, emulator } = await createWorld()
  const browser = openBrowser(authRoutes({ kit }), emulator)
  const page = await browser.open('/auth/callback?code=somebody-elses')
  expect(page.url.origin).not.toBe(appUrl)
  expect(page.html).toContain('name="email"')
  expect(browser.cookies()).not.toContain('wos-session')
})

it('takes the parameters of WorkOS at the sign-in endpoint', async () => {
  const { kit } = await createWorld()
  const { GET } = authRoutes({ kit })
  const { NextRequest } = await import('next/server.js')
  const response = await GET(
    new NextRequest(
      `${appUrl}/auth/initiate-login?invitation_token=tok&organization_id=org_1&login_hint=a@b.example`,
      { headers: { 'sec-fetch-mode': 'navigate' } },
    ),
  )
  const { searchParams } = new URL(response.headers.get('location') ?? '')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    screen_hint: 'sign-up',
    invitation_token: 'tok',
    organization_id: 'org_1',
    login_hint: 'a@b.example',
  })
})
