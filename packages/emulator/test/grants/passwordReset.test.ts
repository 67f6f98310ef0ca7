import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

const ben = 'ben@northwind.example'
const confirm = (emulator: Awaited<ReturnType<typeof start>>, token: string, fresh: string) =>
  call(emulator, 'POST', '/user_management/password_reset/confirm', {
    body: { token, new_password: fresh },
  })

test('a reset is made, read, and used once to choose a new password', async () => {
  const emulator = await start()
  const made = await call(emulator, 'POST', '/user_management/password_reset', {
    body: { email: ben },
  })
  expect(made.status).toBe(201)
  const { id, password_reset_token: token } = made.body
  expect(made.body).toMatchObject({
    object: 'password_reset',
    email: ben,
    password_reset_token: expect.stringMatching(/^\w{25}$/),
    password_reset_url: `${emulator.url}/authkit/reset-password?token=${token}`,
  })
  expect(emulator.inbox.latest(ben)?.link).toBe(made.body.password_reset_url)
  const read = await call(emulator, 'GET', `/user_management/password_reset/${id}`)
  expect(read.body).toEqual(made.body)

  expect(await confirm(emulator, token, 'short')).toMatchObject({
    status: 400,
    body: { code: 'password_reset_error', errors: [{ code: 'password_too_short' }] },
  })
  expect(await confirm(emulator, token, 'a long enough one')).toMatchObject({
    status: 200,
    body: { user: { email: ben } },
  })
  expect((await confirm(emulator, token, 'a long enough two')).status).toBe(404)
  expect((await withPassword(emulator, ben)).status).toBe(400)
  expect((await withPassword(emulator, ben, { password: 'a long enough one' })).status).toBe(200)
})

test('a reset works for an hour, for addresses that exist, where there are passwords', async () => {
  const emulator = await start()
  const path = '/user_management/password_reset'
  const { body } = await call(emulator, 'POST', path, { body: { email: ben } })
  emulator.clock.advance({ seconds: 3601 })
  expect((await confirm(emulator, body.password_reset_token, 'a long enough one')).status).toBe(404)
  const unknown = await call(emulator, 'POST', path, { body: { email: 'x@nowhere.example' } })
  expect(unknown.status).toBe(404)

  const off = await start({ seed: { authentication: { password: false } } })
  expect(await call(off, 'POST', path, { body: { email: ben } })).toMatchObject({
    status: 403,
    body: { code: 'email_password_auth_disabled' },
  })
})
