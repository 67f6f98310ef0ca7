import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { codeNow, minasSecret } from '../support/grants.ts'
import { begin, codeOf, linkOn, redeem } from '../support/pages.ts'
import { authorizePath, enterPassword } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const mina = 'mina@ledgerline.example'
const paul = 'paul@ledgerline.example'
const ledgerline = 'org_01JLEDGERLINE00000000000D'

async function ask(emulator: Emulator, email: string) {
  const { browser, page } = await begin(emulator)
  return { browser, asked: await enterPassword(browser, page, { email }) }
}

describe('the second factor', () => {
  test('is asked for after the password, and its code signs in', async () => {
    const emulator = await start()
    const { browser, asked } = await ask(emulator, mina)
    expect(asked.html).toContain('<h1>Two-step sign-in</h1>')
    const done = await browser.submit(asked, { code: codeNow(emulator, minasSecret) })
    expect(await redeem(emulator, done)).toMatchObject({
      organization_id: ledgerline,
      authentication_method: 'Password',
    })
    // It holds for the browser's session: the next visit is not asked again.
    expect(codeOf(await browser.get(authorizePath(emulator)))).not.toBe('')
  })

  test('cannot be gone around', async () => {
    const emulator = await start()
    const { browser, asked } = await ask(emulator, mina)
    for (const page of ['organization', 'verify-email', 'mfa-setup', 'invitation']) {
      const around = await browser.get(asked.url.replace('/mfa?', `/${page}?`))
      expect(around.html).toContain('<h1>Two-step sign-in</h1>')
    }
  })

  test('takes each code once, and five wrong ones', async () => {
    const emulator = await start()
    const first = await ask(emulator, mina)
    const code = codeNow(emulator, minasSecret)
    await first.browser.submit(first.asked, { code })

    const { browser, asked } = await ask(emulator, mina)
    const replayed = await browser.submit(asked, { code })
    expect(replayed.status).toBe(422)
    expect(replayed.html).toContain('was used already')
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await browser.submit(asked, { code: '000000' })).html).toContain('is not right')
    }
    const over = await browser.submit(asked, { code: '000000' })
    expect(over.html).toContain('Too many wrong codes')
    emulator.clock.advance({ seconds: 30 })
    const late = await browser.submit(asked, { code: codeNow(emulator, minasSecret) })
    expect(late.html).toContain('<h1>Sign in')
  })

  test('is asked for at a silent sign-in that needs it, and not without a person', async () => {
    const emulator = await start({
      seed: {
        roles: [{ slug: 'member' }],
        organizations: [
          { id: 'org_open', name: 'Open' },
          { id: 'org_firm', name: 'Firm', policy: { mfa: 'required' } },
        ],
        users: [
          {
            email: 'ann@home.example',
            password: 'open-sesame-42',
            factors: [{ type: 'totp', secret: minasSecret }],
            memberships: [{ organization: 'Open' }, { organization: 'Firm' }],
          },
        ],
      },
    })
    const { browser, page } = await begin(emulator, { organization_id: 'org_open' })
    expect(codeOf(await enterPassword(browser, page, { email: 'ann@home.example' }))).not.toBe('')
    const firm = { organization_id: 'org_firm' }
    const silent = await browser.get(authorizePath(emulator, { ...firm, prompt: 'none' }))
    expect(silent.location?.searchParams.get('error')).toBe('interaction_required')
    const asked = await browser.get(authorizePath(emulator, firm))
    expect(asked.html).toContain('Two-step sign-in')
    const done = await browser.submit(asked, { code: codeNow(emulator, minasSecret) })
    expect(await redeem(emulator, done)).toMatchObject({ organization_id: 'org_firm' })
  })
})

describe('setting one up', () => {
  const secretOn = (html: string): string =>
    /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '') ?? ''

  test('shows a QR code and the key to type, and ends with a code from it', async () => {
    const emulator = await start()
    const { browser, asked } = await ask(emulator, paul)
    expect(asked.html).toContain('<h1>Set up two-step sign-in</h1>')
    expect(asked.html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="QR code/)
    const secret = secretOn(asked.html)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)

    const wrong = await browser.submit(asked, { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('That code is not right')
    expect(secretOn(wrong.html)).toBe(secret)

    const code = codeNow(emulator, secret)
    const done = await browser.submit(asked, { code })
    expect(await redeem(emulator, done)).toMatchObject({ organization_id: ledgerline })

    // From now on it is asked for; the code that set it up is spent.
    const next = await ask(emulator, paul)
    expect((await next.browser.submit(next.asked, { code })).html).toContain('was used already')
    emulator.clock.advance({ seconds: 30 })
    const signedIn = await next.browser.submit(next.asked, { code: codeNow(emulator, secret) })
    expect(codeOf(signedIn)).not.toBe('')
  })

  test('cannot be done by somebody who has one, nor before the password', async () => {
    const emulator = await start()
    const { browser, page } = await begin(emulator)
    const early = await browser.get(page.url.replace('sign-in', 'mfa-setup'))
    expect(early.html).toContain('<h1>Sign in')
    expect(linkOn(early, 'Create an account')).toContain('/authkit/sign-up')
  })
})
