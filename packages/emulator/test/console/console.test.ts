import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { press, textOf, visit } from '../support/console.ts'
import { start } from '../support/start.ts'

const ada = 'users/user_01JADA00000000000000000000'

test.each([
  ['', 'WORKOS_API_KEY=sk_test_emulator'],
  ['users', 'Ada Okafor'],
  [ada, 'ada@northwind.example'],
  ['users/user_01JMINA0000000000000000000', 'Authenticator'],
  ['organizations', 'SSO required'],
  ['organizations/org_01JNORTHWIND0000000000000A', 'ruby@northwind.example'],
  ['connections/conn_01JMERIDIANSSO0000000000A', 'department=Platform'],
  ['directories/directory_01JNORTHWINDDIR0000000000', 'Tove Larsen'],
  ['roles', 'members:manage'],
  ['flags', 'advanced-reports'],
  ['inbox', 'No emails yet'],
  ['events', 'Nothing has happened yet'],
  ['requests', 'Nothing was asked yet'],
  ['webhooks', 'Events go nowhere yet'],
  ['faults', 'Everything works'],
  ['clock', 'the machine’s time'],
  ['keys', 'Rotate'],
  ['snapshots', 'No moment is kept yet'],
  ['environments', 'client_emulator'],
])('the page %s shows what there is', async (path, content) => {
  const emulator = await start()
  const page = await visit(emulator, path === '' ? '/_emulator/console' : path)
  expect(page.status).toBe(200)
  expect(textOf(page)).toContain(content)
})

test('a form is refused that does not come from the console itself', async () => {
  const emulator = await start()
  for (const headers of [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
  ]) {
    expect((await press(emulator, `${ada}/delete`, {}, headers)).status).toBe(403)
  }
  expect((await visit(emulator, ada)).status).toBe(200)
})

test('nothing but its own files may run in it, and nobody may frame it', async () => {
  const emulator = await start()
  const response = await emulator.fetch(new Request(`${emulator.url}/_emulator/console/users`))
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  const html = await response.text()
  expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringContaining('/_emulator/assets/')])
  expect(html).not.toMatch(/ style="| on\w+="/)
})

test('what others typed is text', async () => {
  const emulator = await start()
  const first_name = '<script>alert(1)</script>'
  await call(emulator, 'POST', '/user_management/users', {
    body: { email: 'mallory@home.example', first_name },
  })
  const { html } = await visit(emulator, 'users?q=mallory')
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;script&gt;alert')
})

test('an open page hears of changes', async () => {
  const emulator = await start()
  const changes = await emulator.fetch(new Request(`${emulator.url}/_emulator/console/changes`))
  expect(changes.headers.get('content-type')).toContain('text/event-stream')
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()
  await call(emulator, 'POST', '/user_management/users', { body: { email: 'new@home.example' } })
  expect((await reader?.read())?.value).toContain('event: change')
  await reader?.cancel()
})

test('the console is not hit by faults, and is not in the request log', async () => {
  const emulator = await start()
  emulator.faults.add({ status: 503 })
  const made = await press(emulator, 'users', { email: 'new@home.example', email_verified: 'yes' })
  expect(made.status).toBe(303)
  expect(emulator.requests()).toEqual([])
  expect(emulator.faults.list()).toMatchObject([{ hits: 0 }])
})

test('the request log says what a refusal said, and no secret', async () => {
  const emulator = await start()
  await call(emulator, 'GET', '/user_management/users/user_nobody')
  await call(emulator, 'GET', '/user_management/invitations/by_token/invitedRubyToNorthwind001')
  const page = textOf(await visit(emulator, 'requests'))
  expect(page).toContain("User not found: 'user_nobody'.")
  expect(page).toContain('/user_management/invitations/by_token/…')
  expect(page).not.toContain('invitedRubyToNorthwind001')
  expect(emulator.requests({ status: 404 })).toMatchObject([
    { error: { message: "User not found: 'user_nobody'." } },
  ])
})

test('each environment has a console of its own', async () => {
  const emulator = await start()
  await press(emulator, 'environments', { empty: 'yes' })
  const listed = await visit(emulator, 'environments')
  const [, base = ''] = /href="(\/_emulator\/environments\/[^"]+\/console)"/.exec(listed.html) ?? []
  expect(textOf(await visit(emulator, `${base}/users`))).toContain('Nobody is here yet')
  const made = await press(emulator, `${base}/users`, { email: 'only@here.example' })
  expect(made.location).toContain(`${base}/users/user_`)
  expect(textOf(await visit(emulator, `${base}/users`))).toContain('only@here.example')
  expect(emulator.accounts().map(({ email }) => email)).not.toContain('only@here.example')

  const client = base.split('/')[3] ?? ''
  expect((await press(emulator, 'environments/delete', { client })).status).toBe(303)
  expect((await visit(emulator, `${base}/users`)).status).toBe(404)
  expect((await press(emulator, 'environments/delete', { client: emulator.clientId })).status).toBe(
    422,
  )
})
