import { describe, expect, test } from 'vitest'
import { begin, codeOf, linkOn, redeem } from '../support/pages.ts'
import { authorizePath } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const quinn = 'quinn@home.example'

async function ask() {
  const emulator = await start()
  const { browser, page } = await begin(emulator)
  const asked = await browser.submit(page, { email: quinn })
  return { emulator, browser, asked, code: () => emulator.inbox.latest(quinn)?.code ?? '' }
}

describe('somebody without a password', () => {
  test('is asked for the code that was emailed', async () => {
    const { emulator, browser, asked, code } = await ask()
    expect(asked.html).toContain('<h1>Check your email</h1>')
    expect(asked.html).toContain('autocomplete="one-time-code"')
    expect(emulator.inbox.latest(quinn)).toMatchObject({ kind: 'magic_auth' })
    const done = await browser.submit(asked, { code: code().replace(/(...)/, '$1 ') })
    expect(await redeem(emulator, done)).toMatchObject({
      user: { email: quinn },
      authentication_method: 'MagicAuth',
    })
    // The hosted pages remember who it was.
    const again = await browser.get(authorizePath(emulator))
    expect(codeOf(again)).not.toBe('')
  })

  test('gets no further with a wrong, an old or a spent code', async () => {
    const { emulator, browser, asked, code } = await ask()
    const wrong = await browser.submit(asked, { code: 'wrong' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('That code is not right')
    expect(wrong.html).toContain('aria-describedby="alert"')
    const earlier = code()
    const resent = await browser.submit(asked, { action: 'resend' })
    expect(resent.html).toContain('role="status"')
    if (earlier !== code()) {
      expect((await browser.submit(asked, { code: earlier })).html).toContain('not right')
    }
    for (let attempt = 0; attempt < 5; attempt++) await browser.submit(asked, { code: 'wrong' })
    expect((await browser.submit(asked, { code: code() })).html).toContain('Too many wrong codes')
    await browser.submit(asked, { action: 'resend' })
    emulator.clock.advance({ seconds: 601 })
    expect((await browser.submit(asked, { code: code() })).html).toContain('has expired')
  })
})

describe('somebody with a password', () => {
  test('may ask for a code instead', async () => {
    const emulator = await start()
    const { browser, page } = await begin(emulator)
    const email = 'ada@northwind.example'
    const asked = await browser.submit(page, { email })
    expect(asked.html).toContain('Email me a code instead')
    const code = await browser.submit(asked, { action: 'magic-code' })
    expect(linkOn(code, 'Use a password')).toContain('/authkit/password')
    const done = await browser.submit(code, { code: emulator.inbox.latest(email)?.code ?? '' })
    expect(await redeem(emulator, done)).toMatchObject({ authentication_method: 'MagicAuth' })
  })

  test('is not offered one where codes are switched off, and cannot get one', async () => {
    const emulator = await start({
      seed: {
        authentication: { magicAuth: false },
        users: [{ email: 'ann@acme.example', password: 'open-sesame-42' }],
      },
    })
    const { browser, page } = await begin(emulator)
    const asked = await browser.submit(page, { email: 'ann@acme.example' })
    expect(asked.html).not.toContain('Email me a code')
    await browser.submit(asked, { action: 'magic-code' })
    expect(emulator.inbox.list()).toEqual([])
    const around = { ...asked, url: asked.url.replace('password', 'magic-code') }
    expect((await browser.submit(around, { code: '123456' })).html).toContain('<h1>Sign in')
  })
})

test('an address that nobody has gets an account with its first code', async () => {
  const emulator = await start()
  const { browser, page } = await begin(emulator)
  const email = 'brand-new@home.example'
  const asked = await browser.submit(page, { email })
  const code = await browser.submit(asked, { action: 'magic-code' })
  const done = await browser.submit(code, { code: emulator.inbox.latest(email)?.code ?? '' })
  expect(await redeem(emulator, done)).toMatchObject({ user: { email, email_verified: true } })
})

test('where accounts are by invitation, an unknown address hears nothing of it and gets nothing', async () => {
  const emulator = await start({ seed: { authentication: { signUp: false } } })
  const { browser, page } = await begin(emulator)
  expect(page.html).not.toContain('Create an account')
  const asked = await browser.submit(page, { email: 'stranger@home.example' })
  const code = await browser.submit(asked, { action: 'magic-code' })
  expect(code.html).toContain('Check your email')
  expect(emulator.inbox.list()).toEqual([])
  expect((await browser.submit(code, { code: '123456' })).html).toContain('not right')

  const closed = await browser.get(page.url.replace('sign-in', 'sign-up'))
  expect(closed.html).toContain('Accounts are by invitation')
  const forced = { ...page, url: page.url.replace('sign-in', 'sign-up') }
  const entered = { email: 'stranger@home.example', password: 'a long enough one' }
  await browser.submit(forced, entered)
  expect(emulator.accounts()).toEqual([])
})
