import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { authenticate, call } from '../support/api.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { grantTypes } from '../support/grants.ts'
import { authorizePath, enterPassword, password } from '../support/signIn.ts'
import { start } from '../support/start.ts'

async function begin() {
  const emulator = await start()
  const { status, body } = await call(emulator, 'POST', '/user_management/authorize/device', {
    body: { client_id: emulator.clientId },
    headers: { authorization: '' },
  })
  const poll = (device_code: string = body.device_code) =>
    authenticate(emulator, {
      client_secret: undefined,
      grant_type: grantTypes.device,
      device_code,
    })
  return { emulator, status, device: body, poll }
}

async function enterCode(browser: Browser, device: { user_code: string }) {
  const page = await browser.get('/device')
  return browser.submit(page, { user_code: device.user_code })
}

const signInTo = async (emulator: Emulator, device: { user_code: string }) => {
  const browser = openBrowser(emulator)
  const asked = await enterCode(browser, device)
  return {
    browser,
    confirm: await enterPassword(browser, asked, { email: 'ada@northwind.example' }),
  }
}

describe('a device', () => {
  test('gets a code for its owner, in documented shape', async () => {
    const { emulator, status, device } = await begin()
    expect(status).toBe(200)
    expect(device).toEqual({
      device_code: expect.stringMatching(/^\w{40}$/),
      user_code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
      verification_uri: `${emulator.url}/device`,
      verification_uri_complete: `${emulator.url}/device?user_code=${device.user_code}`,
      expires_in: 300,
      interval: 5,
    })
    expect(device.user_code).not.toMatch(/[AEIOUY]/)
  })

  test('waits, is signed in when its owner says yes, and only once', async () => {
    const { emulator, device, poll } = await begin()
    expect(await poll()).toMatchObject({ status: 400, body: { error: 'authorization_pending' } })
    const { browser, confirm } = await signInTo(emulator, device)
    expect(confirm.html).toContain('Is this your device?')
    expect(confirm.html).toContain(device.user_code)
    expect(confirm.html).toContain('in Northwind Freight')
    emulator.clock.advance({ seconds: 5 })
    expect((await poll()).body.error).toBe('authorization_pending')

    const done = await browser.submit(confirm, { action: 'approve' })
    expect(done.html).toContain('Your device is signed in')
    const tokens = await poll()
    expect(tokens).toMatchObject({
      status: 200,
      body: {
        user: { email: 'ada@northwind.example' },
        organization_id: 'org_01JNORTHWIND0000000000000A',
      },
    })
    expect(await poll()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('is told to slow down when it asks too soon, from then on longer', async () => {
    const { emulator, poll } = await begin()
    await poll()
    expect((await poll()).body.error).toBe('slow_down')
    emulator.clock.advance({ seconds: 6 })
    expect((await poll()).body.error).toBe('slow_down')
    emulator.clock.advance({ seconds: 16 })
    expect((await poll()).body.error).toBe('authorization_pending')
  })

  test('is refused when its owner says no, and when nobody answers', async () => {
    const denied = await begin()
    const { browser, confirm } = await signInTo(denied.emulator, denied.device)
    await browser.submit(confirm, { action: 'deny' })
    expect(await denied.poll()).toMatchObject({ status: 400, body: { error: 'access_denied' } })

    const late = await begin()
    const asked = await signInTo(late.emulator, late.device)
    late.emulator.clock.advance({ seconds: 301 })
    expect(await late.poll()).toMatchObject({ status: 400, body: { error: 'expired_token' } })
    const answer = await asked.browser.submit(asked.confirm, { action: 'approve' })
    expect(answer.html).toContain('This code no longer works')
  })

  test('has to be one that was begun, by a client that exists', async () => {
    const { emulator, poll } = await begin()
    expect((await poll('made-up')).body.error).toBe('invalid_grant')
    const unknown = await call(emulator, 'POST', '/user_management/authorize/device', {
      body: { client_id: 'client_other' },
    })
    expect(unknown).toMatchObject({ status: 400, body: { error: 'invalid_client' } })
  })
})

describe('the owner', () => {
  test('may type the code as they like, but not another', async () => {
    const { emulator, device } = await begin()
    const browser = openBrowser(emulator)
    const wrong = await enterCode(browser, { user_code: 'XXXX-XXXX' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('No device waits with this code')
    expect(wrong.html).toContain('value="XXXX-XXXX"')
    const typed = device.user_code.toLowerCase().replace('-', ' ')
    const asked = await browser.submit(wrong, { user_code: typed })
    expect(asked.html).toContain('<h1>Sign in')
  })

  test('who is signed in already only confirms, and finds the code filled in', async () => {
    const { emulator, device } = await begin()
    const browser = openBrowser(emulator)
    await enterPassword(browser, await browser.get(authorizePath(emulator)), {
      email: 'ben@northwind.example',
      password,
    })
    const page = await browser.get(`/device?user_code=${device.user_code}`)
    expect(page.html).toContain(`value="${device.user_code}"`)
    const confirm = await browser.submit(page, { user_code: device.user_code })
    expect(confirm.html).toContain('ben@northwind.example')
  })

  test('cannot confirm before signing in', async () => {
    const { emulator, device, poll } = await begin()
    const browser = openBrowser(emulator)
    const asked = await enterCode(browser, device)
    const flow = new URL(asked.url).searchParams.get('flow')
    const early = await browser.submit(
      { ...asked, url: new URL(`/authkit/device?flow=${flow}`, asked.url).href },
      { action: 'approve' },
    )
    expect(early.html).toContain('<h1>Sign in')
    expect((await poll()).body.error).toBe('authorization_pending')
  })
})

test('a device belongs to the environment of its client, and so does its owner', async () => {
  const emulator = await start()
  const environment = await emulator.environments.create()
  const own = { ...emulator, ...environment }
  const { body: device } = await call(own, 'POST', '/user_management/authorize/device', {
    body: { client_id: environment.clientId },
    headers: { authorization: '' },
  })
  const { browser, confirm } = await signInTo(emulator, device)
  await browser.submit(confirm, { action: 'approve' })
  const tokens = await authenticate(own, {
    client_secret: undefined,
    grant_type: grantTypes.device,
    device_code: device.device_code,
  })
  expect(tokens.status).toBe(200)
  expect(environment.events.list().map(({ event }) => event)).toContain('session.created')
  expect(emulator.events.list()).toEqual([])
})
