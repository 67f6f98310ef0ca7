import { describe, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { codeOf, refusalOf } from '../support/pages.ts'
import { begin, seed, vouch } from '../support/standaloneSso.ts'
import { start } from '../support/start.ts'

describe('the authorization URL', () => {
  test.each([
    ['invalid_connection_selector', {}],
    ['ambiguous_connection_selector', { connection: 'conn_a', organization: 'org_two' }],
    ['ambiguous_connection_selector', { organization: 'org_two' }],
    ['connection_invalid', { connection: 'conn_none' }],
    ['connection_invalid', { organization: 'org_none' }],
    ['connection_invalid', { provider: 'AppleOAuth' }],
    ['connection_unlinked', { connection: 'conn_idle' }],
    ['connection_unlinked', { organization: 'org_idle' }],
    ['organization_invalid', { organization: 'org_unheard_of' }],
    ['domain_connection_selector_not_allowed', { domain: 'bank.example' }],
    ['invalid_request', { provider: 'authkit' }],
    ['invalid_request', { connection: 'conn_a', response_type: 'token' }],
    ['invalid_request', { connection: 'conn_a', code_challenge: 'x' }],
  ])('is refused with %s for %o', async (error, selector) => {
    const emulator = await start({ seed })
    const { page } = await begin(emulator, selector)
    expect(refusalOf(page)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'some state',
    })
  })

  test('sends nobody to an address that is not registered', async () => {
    const emulator = await start({ seed })
    const { page } = await begin(emulator, {
      connection: 'conn_a',
      redirect_uri: 'https://evil.example/callback',
    })
    expect(page).toMatchObject({ status: 400, location: undefined })
  })

  test('hands hints on', async () => {
    const emulator = await start({ seed })
    const hinted = await begin(emulator, { connection: 'conn_oidc', domain_hint: 'bank.example' })
    expect(hinted.page.html).toContain('value="@bank.example"')
  })
})

describe('the identity provider', () => {
  test.each([
    ['cancel', 'access_denied'],
    ['fail', 'server_error'],
  ])('may %s', async (action, error) => {
    const emulator = await start({ seed })
    const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
    const refused = await browser.submit(page, { action })
    expect(refusalOf(refused)).toMatchObject({ error, state: 'some state' })
    expect(emulator.events.list().at(-1)).toMatchObject({
      event: 'authentication.sso_failed',
      data: { error: { code: error }, sso: { connection_id: 'conn_oidc' } },
    })
  })

  test('brings in addresses of the organization only, unless it takes any', async () => {
    const emulator = await start({ seed })
    const outsider = async () => {
      const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
      return vouch(browser, page, 'guest@elsewhere.example')
    }
    expect(refusalOf(await outsider())).toMatchObject({
      error: 'profile_not_allowed_outside_organization',
      state: 'some state',
    })
    await call(emulator, 'PUT', '/organizations/org_bank', {
      body: { allow_profiles_outside_organization: true },
    })
    expect(codeOf(await outsider())).not.toBe('')
  })
})

test('an identity provider that takes more than five minutes has timed out', async () => {
  const emulator = await start({ seed })
  const { browser, page } = await begin(emulator, { connection: 'conn_oidc' })
  await browser.get(page.url)
  emulator.clock.advance({ seconds: 300 })
  expect(emulator.events.list().map(({ event }) => event)).toEqual([
    'authentication.sso_started',
    'authentication.sso_timed_out',
  ])
  expect(emulator.events.list().at(-1)?.data).toMatchObject({
    type: 'sso',
    status: 'timed_out',
    sso: { organization_id: 'org_bank', connection_id: 'conn_oidc' },
  })
  const late = await vouch(browser, page, 'bo@bank.example')
  expect(refusalOf(late)).toMatchObject({ error: 'server_error', state: 'some state' })
})
