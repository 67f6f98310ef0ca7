import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { call, claimsOf, refresh } from '../support/api.ts'
import { openBrowser, type Page } from '../support/browser.ts'
import { codeOf, redeem } from '../support/pages.ts'
import { authorizePath, enterPassword, redirectUri } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const ada = 'user_01JADA00000000000000000000'
const support = { email: 'support@product.example', reason: 'Ticket 42' }
const fields = {
  impersonator: support.email,
  reason: support.reason,
  redirect_uri: redirectUri,
}

async function act(emulator: Emulator, more: Record<string, string> = {}, userId = ada) {
  const browser = openBrowser(emulator)
  const page = await browser.get(`/authkit/impersonate?user_id=${userId}`)
  return { browser, page, done: await browser.submit(page, { ...fields, ...more }) }
}

describe('acting as somebody else', () => {
  test('is told to the application: in the answer, the token and the session', async () => {
    const emulator = await start()
    const { page, done } = await act(emulator)
    expect(page.html).toContain('<h1>Act as Ada Okafor</h1>')
    expect(done.location?.href.startsWith(redirectUri)).toBe(true)
    const body = await redeem(emulator, done)
    expect(body).toMatchObject({
      user: { id: ada, last_sign_in_at: null },
      authentication_method: 'Impersonation',
      impersonator: support,
    })
    expect(claimsOf(body.access_token)).toMatchObject({ act: { sub: support.email } })
    const { body: sessions } = await call(emulator, 'GET', `/user_management/users/${ada}/sessions`)
    expect(sessions.data).toMatchObject([{ auth_method: 'impersonation', impersonator: support }])
  })

  test('ends after an hour, for the session and for the hosted pages', async () => {
    const emulator = await start()
    const { browser, done } = await act(emulator)
    const { refresh_token } = await redeem(emulator, done)
    emulator.clock.advance({ seconds: 3000 })
    const later: Page = await browser.get(authorizePath(emulator))
    const second = await redeem(emulator, later)
    expect(second.impersonator).toEqual(support)
    emulator.clock.advance({ seconds: 601 })
    for (const token of [refresh_token, second.refresh_token]) {
      expect((await refresh(emulator, token)).body.error).toBe('invalid_grant')
    }
    expect((await browser.get(authorizePath(emulator))).html).toContain('<h1>Sign in')
  })

  test('needs no factor, no verified address and no SSO', async () => {
    const emulator = await start()
    for (const name of ['MINA', 'LENA', 'NORA']) {
      const { done } = await act(emulator, {}, `user_01J${name.padEnd(23, '0')}`)
      expect((await redeem(emulator, done)).authentication_method).toBe('Impersonation')
    }
  })

  test('is in one organization of several, and ends when they sign in themselves', async () => {
    const emulator = await start()
    const organization_id = 'org_01JHALCYON000000000000000B'
    const jonas = 'user_01JJONAS000000000000000000'
    const { browser, page, done } = await act(emulator, { organization_id }, jonas)
    expect(page.html).toContain('<select')
    expect(await redeem(emulator, done)).toMatchObject({ organization_id })
    const own = await enterPassword(
      browser,
      await browser.get(authorizePath(emulator, { prompt: 'login', organization_id })),
      { email: 'jonas@consult.example' },
    )
    expect((await redeem(emulator, own)).impersonator).toBeUndefined()
  })

  test('goes nowhere unregistered, and needs to know who acts', async () => {
    const emulator = await start()
    const elsewhere = await act(emulator, { redirect_uri: 'https://evil.example/' })
    expect(elsewhere.done).toMatchObject({ status: 422, location: undefined })
    expect(elsewhere.done.html).toContain('not registered')
    const nobody = await act(emulator, { impersonator: '' })
    expect(nobody.done.html).toContain('Enter your own email address.')
    expect(nobody.done.html).toContain('value="Ticket 42"')
    expect((await act(emulator, {}, 'user_nobody')).page.status).toBe(404)
  })

  test('may wait for the application', async () => {
    const emulator = await start()
    const { browser, done } = await act(emulator, { redirect_uri: '' })
    expect(done.html).toContain('You act as Ada Okafor')
    expect(codeOf(await browser.get(authorizePath(emulator)))).not.toBe('')
  })

  test('cannot be begun by another site', async () => {
    const emulator = await start()
    const response = await emulator.fetch(
      new Request(`${emulator.url}/authkit/impersonate?user_id=${ada}`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams(fields),
      }),
    )
    expect(response.status).toBe(400)
    expect(response.headers.getSetCookie()).toEqual([])
  })
})
