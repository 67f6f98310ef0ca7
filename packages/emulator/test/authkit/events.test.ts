import { expect, test } from 'vitest'
import { codeNow, makeCode, minasSecret, withCode, withPassword } from '../support/grants.ts'
import { begin } from '../support/pages.ts'
import { authorizePath, enterPassword } from '../support/signIn.ts'
import { start } from '../support/start.ts'

type Started = Awaited<ReturnType<typeof start>>

const attempts = (emulator: Started) =>
  emulator.events
    .list()
    .filter(({ event }) => event.startsWith('authentication.'))
    .map(({ event, data }) => ({ event: event.replace('authentication.', ''), data }))

const names = (emulator: Started) => attempts(emulator).map(({ event }) => event)

test('grants tell of right and wrong credentials, and never of the credential', async () => {
  const emulator = await start()
  const visitor = { ip_address: '203.0.113.7', user_agent: 'a browser' }
  await withPassword(emulator, 'ada@northwind.example', { ...visitor, password: 'wrong one' })
  await withPassword(emulator, 'nobody@nowhere.example', { password: 'wrong one' })
  await withPassword(emulator, 'ada@northwind.example', visitor)
  const { code } = (await makeCode(emulator, 'kim@home.example')).body
  await withCode(emulator, 'kim@home.example', 'wrong!')
  await withCode(emulator, 'kim@home.example', code)
  const ada = { user_id: 'user_01JADA00000000000000000000', email: 'ada@northwind.example' }
  const invalid = { code: 'invalid_credentials', message: expect.any(String) }
  expect(attempts(emulator).toSorted(byName)).toMatchObject(
    [
      { event: 'password_failed', data: { ...ada, ...visitor, error: invalid } },
      {
        event: 'password_failed',
        data: { user_id: null, email: 'nobody@nowhere.example', error: invalid },
      },
      { event: 'password_succeeded', data: { ...ada, ...visitor, type: 'password' } },
      { event: 'magic_auth_failed', data: { error: { code: 'invalid_one_time_code' } } },
      { event: 'magic_auth_succeeded', data: { email: 'kim@home.example' } },
    ].toSorted(byName),
  )
  const told = JSON.stringify(emulator.events.list())
  for (const secret of ['wrong one', 'open-sesame-42', `"${code}"`]) {
    expect(told).not.toContain(secret)
  }
})

const byName = (a: { event: string }, b: { event: string }) => a.event.localeCompare(b.event)

test('the hosted pages tell of each step', async () => {
  const emulator = await start()
  const { browser, page } = await begin(emulator)
  const asked = await enterPassword(browser, page, { email: 'mina@ledgerline.example' })
  await browser.submit(asked, { code: '000000' })
  await browser.submit(asked, { code: codeNow(emulator, minasSecret) })
  expect(names(emulator).toSorted()).toEqual(['mfa_failed', 'mfa_succeeded', 'password_succeeded'])
  expect(attempts(emulator)[0]?.data).toMatchObject({ user_agent: 'test browser' })
})

test('identity providers and social providers tell too', async () => {
  const emulator = await start()
  const sso = await begin(emulator, {
    provider: undefined,
    connection_id: 'conn_01JMERIDIANSSO0000000000A',
  })
  await sso.browser.submit(sso.page, { email: 'nora@meridian.example' })
  const cancelled = await begin(emulator, {
    provider: undefined,
    connection_id: 'conn_01JMERIDIANSSO0000000000A',
  })
  await cancelled.browser.submit(cancelled.page, { action: 'cancel' })
  for (const action of ['allow', 'fail']) {
    const google = await begin(emulator, { provider: 'GoogleOAuth' })
    await google.browser.submit(google.page, { action, email: 'kim@home.example' })
  }
  expect(names(emulator).toSorted()).toEqual([
    'oauth_failed',
    'oauth_succeeded',
    'sso_failed',
    'sso_started',
    'sso_started',
    'sso_succeeded',
  ])
})

test('whoever is signed in and has to prove it again is told of as such', async () => {
  const emulator = await start()
  const ada = { email: 'ada@northwind.example' }
  const { browser, page } = await begin(emulator)
  await enterPassword(browser, page, ada)
  emulator.clock.advance({ seconds: 60 })
  const again = await browser.get(authorizePath(emulator, { max_age: '30' }))
  await enterPassword(browser, again, ada)
  // A silent sign-in proves nothing anew.
  await browser.get(authorizePath(emulator))
  expect(names(emulator)).toEqual([
    'password_succeeded',
    'password_succeeded',
    'reauthentication_succeeded',
  ])
  expect(attempts(emulator).at(-1)?.data).toMatchObject({ ...ada, type: 'reauthentication' })
})
