import { describe, expect, test } from 'vitest'
import { defaultSeed, type Emulator } from '../../src/index.ts'
import { call } from '../support/api.ts'
import type { Browser, Page } from '../support/browser.ts'
import { begin, codeOf, linkOn, redeem, refusalOf } from '../support/pages.ts'
import { authorizePath, enterPassword, redirectUri } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const nora = 'nora@meridian.example'
const meridian = 'org_01JMERIDIANBANK000000000E'
const connection_id = 'conn_01JMERIDIANSSO0000000000A'

const seedWith = (state: 'active' | 'inactive', connections = 1) => ({
  roles: [{ slug: 'member' }],
  organizations: [
    {
      id: 'org_bank',
      name: 'Bank',
      domains: ['bank.example'],
      connections: Array.from({ length: connections }, (_, index) => ({
        id: `conn_${index}`,
        name: `Door ${index}`,
        state,
      })),
    },
  ],
})

const direct = (emulator: Emulator, more: Record<string, string | undefined> = {}) =>
  begin(emulator, { provider: undefined, connection_id, ...more })

const vouch = (browser: Browser, page: Page, fields: Record<string, string> = {}) =>
  browser.submit(page, {
    email: nora,
    first_name: 'Nora',
    last_name: 'Haddad',
    groups: 'Engineering, Admins',
    custom_attributes: 'department=Platform',
    idp_id: '',
    ...fields,
  })

describe('an address whose organization wants SSO', () => {
  test('is led to the identity provider, which knows the person', async () => {
    const emulator = await start()
    const { browser, page } = await begin(emulator)
    const asked = await browser.submit(page, { email: nora })
    expect(asked.html).toContain('<h1>Meridian SSO</h1>')
    for (const known of [nora, 'Haddad', 'Engineering, Admins', 'department=Platform']) {
      expect(asked.html).toContain(known)
    }
    const body = await redeem(emulator, await vouch(browser, asked))
    expect(body).toMatchObject({
      user: { email: nora, email_verified: true },
      organization_id: meridian,
      authentication_method: 'SSO',
    })
    const sessions = await call(emulator, 'GET', `/user_management/users/${body.user.id}/sessions`)
    expect(sessions.body.data).toMatchObject([{ auth_method: 'sso', organization_id: meridian }])
  })

  test('is let in by nothing else', async () => {
    const emulator = await start()
    const { browser, page } = await begin(emulator)
    const asked = await browser.submit(page, { email: nora })
    for (const other of ['password', 'magic-code']) {
      const url = asked.url.replace(/authkit\/.*\?/, `authkit/${other}?`)
      const around = await browser.submit({ ...asked, url }, { password: 'x', code: '123456' })
      expect(around.html).toContain('<h1>Sign in')
    }
    const google = await browser.get(linkOn(page, 'Google'))
    const led = await browser.submit(google, { email: nora, email_verified: 'yes' })
    expect(led.html).toContain('<h1>Meridian SSO</h1>')
  })

  test('may take password and code as well, where the policy says so', async () => {
    const emulator = await start({
      seed: {
        organizations: [
          {
            name: 'Club',
            domains: ['club.example'],
            policy: { methods: ['sso', 'magic_auth'] },
            connections: [{ name: 'Club SSO' }],
          },
        ],
        users: [{ email: 'cleo@club.example' }],
      },
    })
    const { browser, page } = await begin(emulator)
    const asked = await browser.submit(page, { email: 'cleo@club.example' })
    expect(asked.html).toContain('<h1>Check your email</h1>')
    const methods = await browser.get(asked.url.replace('magic-code', 'methods'))
    expect(methods.html).toContain('Club SSO')
    expect(methods.html).toContain('Code by email')
    expect(methods.html).not.toContain('>Password<')
    const idp = await browser.get(linkOn(methods, '<span class="tile"'))
    expect(idp.html).toContain('<h1>Club SSO</h1>')
  })
})

describe('the identity provider', () => {
  test('makes members of the people that it vouches for, once', async () => {
    const emulator = await start()
    const fields = { email: 'new.hire@meridian.example', first_name: 'New', last_name: 'Hire' }
    const ids = new Set<string>()
    for (let visit = 0; visit < 2; visit++) {
      const { browser, page } = await direct(emulator)
      const body = await redeem(emulator, await vouch(browser, page, fields))
      expect(body).toMatchObject({
        user: { name: 'New Hire', email_verified: true },
        organization_id: meridian,
      })
      ids.add(body.user.id)
    }
    expect(ids.size).toBe(1)
  })

  test('is believed about its own domain only: others verify their address', async () => {
    const emulator = await start()
    const { browser, page } = await direct(emulator)
    const email = 'contractor@elsewhere.example'
    const asked = await vouch(browser, page, { email })
    expect(asked.html).toContain('<h1>Check your email</h1>')
    const done = await browser.submit(asked, { code: emulator.inbox.latest(email)?.code ?? '' })
    expect(await redeem(emulator, done)).toMatchObject({ organization_id: meridian })
  })

  test('cannot bring back whom somebody deactivated', async () => {
    const emulator = await start({
      seed: {
        ...seedWith('active'),
        users: [
          {
            email: 'gone@bank.example',
            memberships: [{ organization: 'Bank', status: 'inactive' as const }],
          },
        ],
      },
    })
    const { browser, page } = await direct(emulator, { connection_id: 'conn_0' })
    const refused = await vouch(browser, page, { email: 'gone@bank.example' })
    expect(refusalOf(refused)).toMatchObject({ error: 'access_denied', state: 'some state' })
  })

  test('remembers what it was made to say', async () => {
    const emulator = await start()
    const first = await direct(emulator)
    const changed = { groups: 'Board', custom_attributes: 'a=b=c\n\nempty=' }
    await vouch(first.browser, first.page, changed)
    const { page } = await direct(emulator, { login_hint: nora })
    expect(page.html).toContain('value="Board"')
    expect(page.html).toContain('a=b=c\nempty=')
  })

  test('offers the others that it knows', async () => {
    const emulator = await start()
    const { browser, page } = await direct(emulator, { login_hint: nora })
    const other = await browser.get(linkOn(page, 'Omar'))
    expect(other.html).toContain('value="omar@meridian.example"')
    expect(other.html).toContain('department=Treasury')
  })

  test('needs an address, and may refuse', async () => {
    const emulator = await start()
    const { browser, page } = await direct(emulator, { domain_hint: 'meridian.example' })
    expect(page.html).toContain('value="@meridian.example"')
    const again = await vouch(browser, page, { email: 'nonsense', last_name: 'Kept' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('value="Kept"')
    const cancelled = await browser.submit(page, { action: 'cancel' })
    expect(cancelled.location?.href.startsWith(redirectUri)).toBe(true)
    expect(refusalOf(cancelled)).toMatchObject({ error: 'access_denied', state: 'some state' })
  })

  test('lets a guest into the organization after all', async () => {
    const emulator = await start({
      seed: {
        ...defaultSeed,
        users: [
          {
            email: 'guest@home.example',
            password: 'open-sesame-42',
            memberships: [
              { organization: 'Meridian Bank', role: 'viewer' },
              { organization: 'Northwind Freight', role: 'viewer' },
            ],
          },
        ],
        invitations: [],
      },
    })
    const { browser, page } = await begin(emulator)
    const choice = await enterPassword(browser, page, { email: 'guest@home.example' })
    const led = await browser.submit(choice, { organization_id: meridian })
    expect(led.html).toContain('<h1>Meridian SSO</h1>')
    const done = await vouch(browser, led, { email: 'guest@home.example' })
    expect(await redeem(emulator, done)).toMatchObject({
      organization_id: meridian,
      authentication_method: 'SSO',
    })
  })
})

test('one organization’s identity provider opens no other organization’s door', async () => {
  const organization = (name: string) => ({
    id: `org_${name}`,
    name,
    connections: [{ id: `conn_${name}`, name: `${name} SSO` }],
  })
  const email = 'guest@home.example'
  const emulator = await start({
    seed: {
      roles: [{ slug: 'member' }],
      organizations: [organization('Alpha'), organization('Beta')],
      users: [{ email, memberships: [{ organization: 'Alpha' }, { organization: 'Beta' }] }],
    },
  })
  const { browser, page } = await direct(emulator, { connection_id: 'conn_Alpha' })
  expect(codeOf(await vouch(browser, page, { email }))).not.toBe('')
  const beta = { organization_id: 'org_Beta' }
  const silent = await browser.get(authorizePath(emulator, { ...beta, prompt: 'none' }))
  expect(refusalOf(silent).error).toBe('interaction_required')
  const led = await browser.get(authorizePath(emulator, beta))
  expect(led.html).toContain('<h1>Beta SSO</h1>')
  const done = await vouch(browser, led, { email })
  expect(await redeem(emulator, done)).toMatchObject({ organization_id: 'org_Beta' })
})

describe('the authorization URL', () => {
  test('leads straight to the provider, by connection and by organization', async () => {
    const emulator = await start()
    expect((await direct(emulator)).page.html).toContain('<h1>Meridian SSO</h1>')
    const { page } = await direct(emulator, {
      connection_id: undefined,
      organization_id: meridian,
    })
    expect(page.html).toContain('<h1>Meridian SSO</h1>')
  })

  test('asks the provider again although somebody is signed in', async () => {
    const emulator = await start()
    const { browser, page } = await direct(emulator)
    expect(codeOf(await vouch(browser, page))).not.toBe('')
    const again = await browser.get(authorizePath(emulator, { provider: undefined, connection_id }))
    expect(again.html).toContain('<h1>Meridian SSO</h1>')
    // AuthKit itself knows them, and they met the organization's policy.
    expect(codeOf(await browser.get(authorizePath(emulator)))).not.toBe('')
    const silent = { provider: undefined, connection_id, prompt: 'none' }
    expect(refusalOf(await browser.get(authorizePath(emulator, silent))).error).toBe(
      'login_required',
    )
  })

  test.each([
    ['connection_unlinked', seedWith('inactive'), { connection_id: 'conn_0' }],
    ['connection_unlinked', seedWith('inactive'), { organization_id: 'org_bank' }],
    ['ambiguous_connection_selector', seedWith('active', 2), { organization_id: 'org_bank' }],
    [
      'ambiguous_connection_selector',
      seedWith('active'),
      { organization_id: 'org_bank', connection_id: 'conn_0' },
    ],
    ['connection_invalid', seedWith('active', 0), { organization_id: 'org_bank' }],
    ['connection_invalid', seedWith('active'), { connection_id: 'conn_9' }],
  ])('is refused with %s', async (error, seed, more) => {
    const emulator = await start({ seed })
    const { page } = await begin(emulator, { provider: undefined, ...more })
    expect(refusalOf(page)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'some state',
    })
  })

  test('leads to a page of its own when the connection was switched off meanwhile', async () => {
    const emulator = await start()
    const { browser, page } = await direct(emulator)
    const other = await browser.get(page.url.replace(connection_id, 'conn_9'))
    expect(other).toMatchObject({ status: 400 })
    expect(other.html).toContain('This connection does not work')
  })
})
