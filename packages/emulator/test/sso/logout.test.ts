import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'
import { codeOf } from '../support/pages.ts'
import { begin, profileBy, seed, token, vouch } from '../support/standaloneSso.ts'
import { start } from '../support/start.ts'

describe('single logout', () => {
  const profileOf = async (emulator: Emulator, selector: Record<string, string>, email: string) => {
    const { browser, page } = await begin(emulator, selector)
    return (await token(emulator, { code: codeOf(await vouch(browser, page, email)) })).body
  }
  const authorize = (emulator: Emulator, profile_id: string) =>
    call(emulator, 'POST', '/sso/logout/authorize', { body: { profile_id } })

  test('redirects once, and ends the access token', async () => {
    const emulator = await start({ seed })
    const { access_token, profile } = await profileOf(
      emulator,
      { connection: 'conn_oidc' },
      'bo@bank.example',
    )
    const { status, body } = await authorize(emulator, profile.id)
    expect(status).toBe(200)
    expect(body.logout_url).toBe(`${emulator.url}/sso/logout?token=${body.logout_token}`)
    const browser = openBrowser(emulator)
    expect((await browser.get(body.logout_url)).location?.href).toBe('http://localhost:3000/bye')
    expect((await profileBy(emulator, access_token)).status).toBe(401)
    expect((await browser.get(body.logout_url)).status).toBe(404)
  })

  test('is for connections with OpenID Connect, and lasts for five minutes', async () => {
    const emulator = await start({ seed })
    const google = await profileOf(emulator, { provider: 'GoogleOAuth' }, 'gil@home.example')
    expect(await authorize(emulator, google.profile.id)).toMatchObject({
      status: 400,
      body: { error: 'connection_invalid' },
    })
    expect((await authorize(emulator, 'prof_none')).status).toBe(404)
    const { profile } = await profileOf(emulator, { connection: 'conn_oidc' }, 'bo@bank.example')
    const { body } = await authorize(emulator, profile.id)
    emulator.clock.advance({ seconds: 300 })
    expect((await openBrowser(emulator).get(body.logout_url)).status).toBe(404)
  })
})
