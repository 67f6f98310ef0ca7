import { describe, expect, test } from 'vitest'
import type { Emulator, Seed } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'
import { begin, codeOf, linkOn, redeem } from '../support/pages.ts'
import { authorizePath, enterPassword } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const ruby = 'ruby@northwind.example'
const northwind = 'org_01JNORTHWIND0000000000000A'
const token = 'invitedRubyToNorthwind001'
const password = 'a long enough one'

const open = (emulator: Emulator, invitation_token = token) => begin(emulator, { invitation_token })

const rolesOf = async (emulator: Emulator, userId: string) => {
  const path = `/user_management/organization_memberships?user_id=${userId}`
  const { body } = await call(emulator, 'GET', path)
  return body.data.map((each: { organization_name: string; role: { slug: string } }) => [
    each.organization_name,
    each.role.slug,
  ])
}

describe('an invitation', () => {
  test('makes a new person a member, once their address is verified', async () => {
    const emulator = await start()
    const { browser, page } = await open(emulator)
    expect(page.html).toContain('<h1>Join Northwind Freight</h1>')
    expect(page.html).toContain('Ada Okafor has invited')
    const form = await browser.get(linkOn(page, 'Create your account'))
    expect(form.html).toContain(`value="${ruby}"`)
    const asked = await browser.submit(form, { email: ruby, password, first_name: 'Ruby' })
    const done = await browser.submit(asked, { code: emulator.inbox.latest(ruby)?.code ?? '' })
    const body = await redeem(emulator, done)
    expect(body).toMatchObject({ user: { email: ruby }, organization_id: northwind })
    expect(await rolesOf(emulator, body.user.id)).toEqual([['Northwind Freight', 'viewer']])
    const again = await open(emulator)
    expect(again.page).toMatchObject({ status: 400 })
    expect(again.page.html).toContain('This invitation no longer works')
  })

  test('may be accepted by a colleague with an account, by signing in', async () => {
    const emulator = await start({
      seed: {
        roles: [{ slug: 'member' }, { slug: 'viewer' }],
        organizations: [{ id: 'org_a', name: 'Acme' }, { name: 'Other' }],
        users: [
          {
            email: 'rob@acme.example',
            password,
            memberships: [{ organization: 'Other' }],
          },
        ],
        invitations: [
          { email: 'rob@acme.example', organization: 'Acme', role: 'viewer', token: 'rob-to-acme' },
        ],
      },
    })
    const { browser, page } = await open(emulator, 'rob-to-acme')
    expect(page.html).toContain('There is an invitation for')
    const form = await browser.get(linkOn(page, 'Sign in to accept'))
    const done = await enterPassword(browser, form, { email: 'rob@acme.example', password })
    const body = await redeem(emulator, done)
    expect(body.organization_id).toBe('org_a')
    expect(await rolesOf(emulator, body.user.id)).toEqual([
      ['Acme', 'viewer'],
      ['Other', 'member'],
    ])
  })

  test('is accepted silently by whom the browser knows, if it fits them', async () => {
    const emulator = await start()
    const browser = openBrowser(emulator)
    const page = await browser.get(authorizePath(emulator))
    await enterPassword(browser, page, { email: 'dev@northwind.example' })
    const done = await browser.get(authorizePath(emulator, { invitation_token: token }))
    expect(await redeem(emulator, done)).toMatchObject({
      user: { email: 'dev@northwind.example' },
      organization_id: northwind,
    })
  })

  test('says so when it is for another address, and lets one change accounts', async () => {
    const emulator = await start()
    const browser = openBrowser(emulator)
    await enterPassword(browser, await browser.get(authorizePath(emulator)), {
      email: 'kim@home.example',
    })
    const refused = await browser.get(authorizePath(emulator, { invitation_token: token }))
    expect(refused.location).toBeUndefined()
    expect(refused.html).toContain('This invitation is for another address')
    expect(refused.html).toContain('kim@home.example')
    const form = await browser.get(linkOn(refused, 'Use another account'))
    const done = await enterPassword(browser, form, { email: 'ben@northwind.example' })
    expect(await redeem(emulator, done)).toMatchObject({ organization_id: northwind })
  })

  test('is refused by the rules of its address', async () => {
    const seed: Seed = {
      organizations: [{ name: 'Acme' }],
      users: [
        { email: 'other@gmail.com', password },
        { email: 'colleague@acme.example', password },
      ],
      invitations: [
        { email: 'one@gmail.com', organization: 'Acme', token: 'gmail-to-acme' },
        { email: 'one@acme.example', organization: 'Acme', token: 'acme-to-acme' },
        { email: 'one@acme.example', token: 'to-the-product' },
      ],
    }
    const emulator = await start({ seed })
    const accept = async (email: string, invitation_token: string) => {
      const { browser, page } = await open(emulator, invitation_token)
      const form = await browser.get(page.url.replace('invitation', 'sign-in'))
      return enterPassword(browser, form, { email, password })
    }
    const other = 'other@gmail.com'
    const mismatch = 'This invitation is for another address'
    expect((await accept(other, 'gmail-to-acme')).html).toContain(mismatch)
    expect((await accept(other, 'acme-to-acme')).html).toContain(mismatch)
    expect(codeOf(await accept('colleague@acme.example', 'acme-to-acme'))).not.toBe('')
    expect(codeOf(await accept(other, 'to-the-product'))).not.toBe('')
  })

  test('lapses, and is not made up', async () => {
    const emulator = await start()
    const { browser, page } = await open(emulator)
    expect((await open(emulator, 'made-up')).page.html).toContain('no longer works')
    // The visit outlives a clock that is moved only as far as it lives itself.
    emulator.clock.advance({ seconds: 7 * 24 * 3600 + 1 })
    expect((await browser.get(page.url)).status).toBe(400)
    expect((await open(emulator)).page.html).toContain('This invitation no longer works')
  })
})

describe('the emailed link', () => {
  test('leads to the application’s default address, or says where one is now', async () => {
    const pattern = await start()
    const browser = openBrowser(pattern)
    const page = await browser.get(`/authkit/invite?invitation_token=${token}`)
    const form = await browser.get(page.url.replace('invitation', 'sign-in'))
    const done = await enterPassword(browser, form, { email: 'ben@northwind.example' })
    expect(done.html).toContain('You are in Northwind Freight')
    expect(codeOf(await browser.get(authorizePath(pattern)))).not.toBe('')

    const fixed = await start({
      seed: {
        redirectUris: ['http://localhost:3000/auth/callback'],
        users: [{ email: 'ann@acme.example', password }],
        invitations: [{ email: 'ann@acme.example', token: 'ann-to-product' }],
      },
    })
    const other = openBrowser(fixed)
    const invited = await other.get('/authkit/invite?invitation_token=ann-to-product')
    const signIn = await other.get(linkOn(invited, 'Sign in to accept'))
    const back = await enterPassword(other, signIn, { email: 'ann@acme.example', password })
    expect(back.location?.href).toMatch(/^http:\/\/localhost:3000\/auth\/callback\?code=\w{25}$/)
  })

  test('that is not good is told so', async () => {
    const browser = openBrowser(await start())
    expect((await browser.get('/authkit/invite?invitation_token=no')).status).toBe(400)
    expect((await browser.get('/authkit/invite')).status).toBe(400)
  })
})
