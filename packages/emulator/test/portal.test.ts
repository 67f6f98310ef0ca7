import { describe, expect, test } from 'vitest'
import type { Emulator } from '../src/index.ts'
import { call } from './support/api.ts'
import { type Browser, openBrowser, type Page } from './support/browser.ts'
import { start } from './support/start.ts'

const northwind = 'org_01JNORTHWIND0000000000000A'
const meridian = 'org_01JMERIDIANBANK000000000E'

async function open(emulator: Emulator, wish: Record<string, string>) {
  const { body } = await call(emulator, 'POST', '/portal/generate_link', { body: wish })
  const browser = openBrowser(emulator)
  const { pathname, search } = new URL(body.link)
  return { browser, page: await browser.get(pathname + search), path: pathname + search }
}

/** Sends a form of the page, as a browser does from the page itself. */
const submit = (browser: Browser, page: Page, deed: string, fields: Record<string, string>) => {
  const [, action = ''] =
    new RegExp(`action="(/portal/room/${deed}\\?[^"]+)"`).exec(page.html) ??
    (() => {
      throw new Error(`The page has no form for ${deed}.`)
    })()
  const url = new URL(action.replaceAll('&amp;', '&'), page.url).href
  return browser.submit({ ...page, url }, fields)
}

describe('a link', () => {
  test('dies after five minutes, and its visit after an hour', async () => {
    const emulator = await start()
    const { browser, page, path } = await open(emulator, { organization: northwind, intent: 'sso' })
    expect(page.html).toContain('Single sign-on')
    emulator.clock.advance({ seconds: 301 })
    expect((await browser.get(path)).status).toBe(200)
    expect((await openBrowser(emulator).get(path)).status).toBe(400)
    emulator.clock.advance({ seconds: 3600 })
    expect((await browser.get(path)).html).toContain('This link no longer works')
    expect((await browser.get('/portal?token=made-up')).status).toBe(400)
  })

  test('is for its purpose only; one without a purpose leads everywhere', async () => {
    const emulator = await start()
    const one = await open(emulator, { organization: northwind, intent: 'sso' })
    expect((await one.browser.get(`${one.path}&room=dsync`)).html).toContain('Single sign-on')
    const every = await open(emulator, { organization: northwind })
    expect((await every.browser.get(`${every.path}&room=dsync`)).html).toContain(
      'Northwind directory',
    )
    expect((await every.browser.get(`${every.path}&room=constructor`)).status).toBe(404)
  })

  test('leads back to the application', async () => {
    const { page } = await open(await start(), {
      organization: northwind,
      intent: 'log_streams',
      return_url: 'http://localhost:3000/settings',
      success_url: 'http://localhost:3000/done',
    })
    expect(page.html).toContain('href="http://localhost:3000/settings"')
    expect(page.html).toContain('href="http://localhost:3000/done"')
  })
})

describe('the forms', () => {
  test('are not taken from other sites, nor from other browsers', async () => {
    const emulator = await start()
    const { browser, path } = await open(emulator, { organization: northwind, intent: 'sso' })
    const target = `${emulator.url}${path.replace('?', '/room/make?')}`
    const send = (headers: Record<string, string>) =>
      emulator.fetch(new Request(target, { method: 'POST', headers, body: 'type=OktaSAML' }))
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const foreign = { ...form, cookie, 'sec-fetch-site': 'cross-site' }
    expect((await send(foreign)).status).toBe(403)
    expect((await send({ ...form, 'sec-fetch-site': 'same-origin' })).status).toBe(400)
  })

  test('make a connection and switch it on', async () => {
    const emulator = await start()
    const { browser, page } = await open(emulator, { organization: northwind, intent: 'sso' })
    const made = await submit(browser, page, 'make', { type: 'OktaSAML', name: 'Okta' })
    const list = `/connections?organization_id=${northwind}`
    const [connection] = (await call(emulator, 'GET', list)).body.data
    expect(connection).toMatchObject({ name: 'Okta', state: 'draft', connection_type: 'OktaSAML' })
    await submit(browser, made, 'switch', { connection: connection.id, state: 'active' })
    expect((await call(emulator, 'GET', list)).body.data).toMatchObject([{ state: 'active' }])
    expect(emulator.events.list({ events: ['connection.activated'] })).toHaveLength(1)
    const foreign = { connection: 'conn_01JMERIDIANSSO0000000000A', state: 'inactive' }
    expect((await submit(browser, made, 'switch', foreign)).status).toBe(422)
    expect((await submit(browser, made, 'make', { type: 'Nonsense' })).status).toBe(422)
  })

  test('link a directory', async () => {
    const emulator = await start()
    const { browser, page } = await open(emulator, { organization: meridian, intent: 'dsync' })
    await submit(browser, page, 'make', { type: 'azure scim v2.0', name: '' })
    const list = await call(emulator, 'GET', `/directories?organization_id=${meridian}`)
    expect(list.body.data).toMatchObject([{ name: 'Meridian Bank Entra ID', state: 'linked' }])
  })

  test('add a domain, show its record, and verify it', async () => {
    const emulator = await start()
    const wish = { organization: northwind, intent: 'domain_verification' }
    const { browser, page } = await open(emulator, wish)
    const added = await submit(browser, page, 'add', { domain: 'air.example' })
    expect(added.html).toContain('latchkey-domain-verification')
    const { body } = await call(emulator, 'GET', `/organizations/${northwind}`)
    const domain = body.domains.at(-1)
    expect(domain).toMatchObject({ domain: 'air.example', state: 'pending' })
    await submit(browser, added, 'verify', { domain: domain.id })
    expect(emulator.events.list({ events: ['organization_domain.verified'] })).toHaveLength(1)
    const taken = await submit(browser, page, 'add', { domain: 'meridian.example' })
    expect(taken.status).toBe(422)
  })

  test('renew a certificate, which the product hears of', async () => {
    const emulator = await start()
    const wish = { organization: meridian, intent: 'certificate_renewal' }
    const { browser, page } = await open(emulator, wish)
    await submit(browser, page, 'renew', { connection: 'conn_01JMERIDIANSSO0000000000A' })
    expect(emulator.events.list({ events: ['connection.saml_certificate_renewed'] })).toMatchObject(
      [{ data: { connection: { organization_id: meridian } } }],
    )
  })
})

test('the audit log is shown, and fetched as CSV and as the lines of a stream', async () => {
  const emulator = await start()
  const { browser, page, path } = await open(emulator, { organization: northwind })
  const logs = await browser.get(`${path}&room=audit_logs`)
  expect(logs.html).toContain('user.signed_in')
  const fileFrom = async (name: string, room: string) =>
    (await browser.get(path.replace('?', `/room/${name}?`) + `&room=${room}`)).html
      .trimEnd()
      .split('\n')
  const csv = await fileFrom('audit-log.csv', 'audit_logs')
  const lines = await fileFrom('audit-log.ndjson', 'log_streams')
  expect(csv[0]).toContain('id,action,occurred_at')
  expect(csv).toHaveLength(lines.length + 1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ organization_id: northwind })
  expect(page.status).toBe(200)
})
