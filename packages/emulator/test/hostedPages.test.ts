import { afterAll, describe, expect, test } from 'vitest'
import { authenticate, claimsOf } from './support/api.ts'
import { type Browser, openBrowser, type Page } from './support/browser.ts'
import { authorizePath, enterPassword, password } from './support/signIn.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator()
afterAll(() => emulator.close())

const begin = async (more: Record<string, string | undefined> = {}) => {
  const browser = openBrowser(emulator)
  return { browser, page: await browser.get(authorizePath(emulator, more)) }
}

const linkOn = (page: Page, text: string): string => {
  const [, href] = new RegExp(`href="([^"]+)"[^>]*>${text}`).exec(page.html) ?? []
  if (href === undefined) throw new Error(`No link says ${text}.`)
  return href.replaceAll('&amp;', '&')
}

const codeOf = (page: Page): string => page.location?.searchParams.get('code') ?? ''
const redeem = async (page: Page) =>
  (await authenticate(emulator, { grant_type: 'authorization_code', code: codeOf(page) })).body

describe('signing in', () => {
  test('says the same of a wrong password and of an unknown address', async () => {
    const answers = []
    for (const email of ['ada@northwind.example', 'nobody@nowhere.example']) {
      const { browser, page } = await begin()
      const refused = await enterPassword(browser, page, { email, password: 'wrong password' })
      expect(refused.status).toBe(422)
      expect(refused.html).toContain('role="alert"')
      expect(refused.html).toContain('aria-describedby="alert"')
      answers.push(refused.html.replaceAll(email, 'EMAIL').replaceAll(/flow=\w+/g, 'flow=FLOW'))
    }
    expect(answers[0]).toBe(answers[1])
  })

  test('lets the right password in after a wrong one', async () => {
    const { browser, page } = await begin()
    const refused = await enterPassword(browser, page, {
      email: 'ada@northwind.example',
      password: 'wrong password',
    })
    const done = await browser.submit(refused, { password })
    expect(codeOf(done)).toMatch(/^\w{25}$/)
  })

  test('keeps what was typed and points at what is wrong with it', async () => {
    const { browser, page } = await begin()
    const again = await browser.submit(page, { email: 'nonsense<b>' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('value="nonsense&lt;b&gt;"')
    expect(again.html).toContain('aria-describedby="email-problem"')
    expect(again.html).toContain('aria-invalid="true"')
  })

  test('is labelled for people, password managers and screen readers', async () => {
    const { browser, page } = await begin()
    expect(page.html).toContain('<label for="email">Email</label>')
    expect(page.html).toContain('autocomplete="username"')
    const asked = await browser.submit(page, { email: 'ada@northwind.example' })
    expect(asked.html).toContain('<label for="password">Password</label>')
    expect(asked.html).toContain('autocomplete="current-password"')
    expect(asked.html).toContain('Latchkey emulator')
  })

  test('needs no script and allows none', async () => {
    const { page } = await begin()
    expect(page.html).not.toMatch(/<script|style=|onclick/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  test('goes on in the browser that began it and in no other', async () => {
    const { page } = await begin()
    const other = openBrowser(emulator)
    await other.get(authorizePath(emulator))
    expect((await other.submit(page, { email: 'ada@northwind.example' })).status).toBe(400)
    expect((await other.get(page.url)).html).toContain('This sign-in is over')
    expect((await openBrowser(emulator).get('/authkit/sign-in?flow=made-up')).status).toBe(400)
  })

  test('cannot be finished twice', async () => {
    const { browser, page } = await begin()
    await enterPassword(browser, page, { email: 'ada@northwind.example' })
    expect((await browser.get(page.url)).status).toBe(400)
  })
})

describe('choosing an organization', () => {
  const choose = async (browser: Browser, page: Page) =>
    enterPassword(browser, page, { email: 'jonas@consult.example' })

  test('is asked of somebody in several, and the choice is in the token', async () => {
    const { browser, page } = await begin()
    const asked = await choose(browser, page)
    expect(asked.html).toContain('Choose an organization')
    expect(asked.html).toContain('Northwind Freight')
    const done = await browser.submit(asked, { organization_id: 'org_01JHALCYON000000000000000B' })
    const body = await redeem(done)
    expect(body.organization_id).toBe('org_01JHALCYON000000000000000B')
    expect(claimsOf(body.access_token)).toMatchObject({ role: 'admin' })
  })

  test('takes none of the others', async () => {
    const { browser, page } = await begin()
    const asked = await choose(browser, page)
    const again = await browser.submit(asked, { organization_id: 'org_01JPAPERKITE0000000000000C' })
    expect(again.location).toBeUndefined()
    expect(again.html).toContain('Choose an organization')
  })

  test('is not asked when the application chose, and cannot come before the password', async () => {
    const chosen = { organization_id: 'org_01JNORTHWIND0000000000000A' }
    const { browser, page } = await begin(chosen)
    const body = await redeem(await choose(browser, page))
    expect(body.organization_id).toBe(chosen.organization_id)

    const other = await begin()
    const early = await other.browser.get(
      other.page.url.replace('/authkit/sign-in', '/authkit/organization'),
    )
    expect(early.html).toContain('<h1>Sign in</h1>')
  })
})

describe('signing up', () => {
  const newcomer = (email: string) => ({
    first_name: 'Maya',
    last_name: 'Ito',
    email,
    password: 'a long enough one',
  })

  test('makes an account once the emailed code was entered', async () => {
    const { browser, page } = await begin()
    const form = await browser.get(linkOn(page, 'Create an account'))
    const asked = await browser.submit(form, newcomer('maya@home.example'))
    expect(asked.html).toContain('Check your email')
    const email = emulator.inbox.latest('maya@home.example')
    expect(email).toMatchObject({
      kind: 'email_verification',
      code: expect.stringMatching(/^\d{6}$/),
    })

    const wrong = await browser.submit(asked, { code: 'abcdef' })
    expect(wrong.html).toContain('That code is not right')
    const done = await browser.submit(asked, { code: ` ${email?.code?.replace(/(...)/, '$1 ')} ` })
    const body = await redeem(done)
    expect(body.user).toMatchObject({
      email: 'maya@home.example',
      email_verified: true,
      name: 'Maya Ito',
    })
    expect(body.organization_id).toBeUndefined()
  })

  test('refuses an address that is taken and a short password, keeping the rest', async () => {
    const { browser, page } = await begin({ screen_hint: 'sign-up' })
    const taken = await browser.submit(page, newcomer('Ada@northwind.example'))
    expect(taken.html).toContain('This email is not available.')
    expect(taken.html).toContain('value="Maya"')
    expect(taken.html).not.toContain('a long enough one')
    const short = await browser.submit(page, { ...newcomer('x@home.example'), password: 'short' })
    expect(short.html).toContain('Use at least 10 characters.')
    expect(emulator.accounts().some(({ email }) => email === 'x@home.example')).toBe(false)
  })
})

describe('verifying an address', () => {
  const ask = async () => {
    const { browser, page } = await begin()
    return { browser, asked: await enterPassword(browser, page, { email: 'lena@home.example' }) }
  }
  const latestCode = () => emulator.inbox.latest('lena@home.example')?.code ?? ''

  test('cannot be skipped', async () => {
    const { browser, asked } = await ask()
    expect(asked.html).toContain('Check your email')
    const around = await browser.get(asked.url.replace('verify-email', 'organization'))
    expect(around.html).toContain('Check your email')
  })

  test('takes only the latest code, for ten minutes, five times', async () => {
    const { browser, asked } = await ask()
    const earlier = latestCode()
    const resent = await browser.submit(asked, { action: 'resend' })
    expect(resent.html).toContain('A new code is on its way')
    expect(resent.html).toContain('role="status"')
    if (latestCode() !== earlier) {
      expect((await browser.submit(asked, { code: earlier })).html).toContain('not right')
    }
    for (let attempt = 0; attempt < 5; attempt++) await browser.submit(asked, { code: 'wrong' })
    const blocked = await browser.submit(asked, { code: latestCode() })
    expect(blocked.html).toContain('Too many wrong codes')

    await browser.submit(asked, { action: 'resend' })
    emulator.clock.advance({ seconds: 601 })
    expect((await browser.submit(asked, { code: latestCode() })).html).toContain('has expired')
    await browser.submit(asked, { action: 'resend' })
    expect(codeOf(await browser.submit(asked, { code: latestCode() }))).toMatch(/^\w{25}$/)
  })
})

describe('a forgotten password', () => {
  const ask = async (email: string) => {
    const { browser, page } = await begin()
    const asked = await browser.submit(page, { email })
    const form = await browser.get(linkOn(asked, 'Forgot password'))
    return { browser, sent: await browser.submit(form, { email }) }
  }

  test('is reset by the link, and the sign-in goes on', async () => {
    const { browser, sent } = await ask('grace@halcyon.example')
    expect(sent.html).toContain('Check your email')
    const link = emulator.inbox.latest('grace@halcyon.example')?.link ?? ''
    expect(link.startsWith(emulator.url)).toBe(true)

    const form = await browser.get(link)
    expect((await browser.submit(form, { password: 'short' })).html).toContain(
      'Use at least 10 characters.',
    )
    const done = await browser.submit(form, { password: 'a brand new one' })
    expect((await redeem(done)).user.email).toBe('grace@halcyon.example')
    expect((await browser.get(link)).html).toContain('This link no longer works')

    const again = await begin()
    const old = await enterPassword(again.browser, again.page, { email: 'grace@halcyon.example' })
    expect(old.status).toBe(422)
    const fresh = await again.browser.submit(old, { password: 'a brand new one' })
    expect(codeOf(fresh)).toMatch(/^\w{25}$/)
  })

  test('is only changed when the link opens in another browser', async () => {
    await ask('femi@halcyon.example')
    const link = emulator.inbox.latest('femi@halcyon.example')?.link ?? ''
    const other = openBrowser(emulator)
    const done = await other.submit(await other.get(link), { password: 'a brand new one' })
    expect(done.location).toBeUndefined()
    expect(done.html).toContain('Your password is changed')
  })

  test('says the same for an address that nobody has, and sends nothing', async () => {
    const known = await ask('hugo@paperkite.example')
    const unknown = await ask('nobody@nowhere.example')
    const plain = (page: Page, email: string) =>
      page.html.replaceAll(email, 'EMAIL').replaceAll(/flow=\w+/g, '')
    expect(plain(unknown.sent, 'nobody@nowhere.example')).toBe(
      plain(known.sent, 'hugo@paperkite.example'),
    )
    expect(emulator.inbox.latest('nobody@nowhere.example')).toBeUndefined()
  })

  test('has a link that ends after an hour', async () => {
    const { browser } = await ask('ines@paperkite.example')
    emulator.clock.advance({ seconds: 3601 })
    const page = await browser.get(emulator.inbox.latest('ines@paperkite.example')?.link ?? '')
    expect(page).toMatchObject({ status: 400 })
  })
})

describe('the inbox', () => {
  test('shows codes and links to people, newest first', async () => {
    const own = await openEmulator()
    const browser = openBrowser(own)
    expect((await browser.get('/_emulator/console/inbox')).html).toContain('No emails yet')
    const asked = await enterPassword(browser, await browser.get(authorizePath(own)), {
      email: 'lena@home.example',
    })
    await browser.submit(asked, { action: 'resend' })
    const { html } = await browser.get('/_emulator/console/inbox')
    const [newest, oldest] = own.inbox.list()
    expect(html.indexOf(`>${newest?.code}<`)).toBeGreaterThan(0)
    expect(html.indexOf(`>${newest?.code}<`)).toBeLessThan(html.lastIndexOf(`>${oldest?.code}<`))
    await own.close()
  })
})
