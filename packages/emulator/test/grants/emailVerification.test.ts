import { describe, expect, test } from 'vitest'
import { authenticate, call } from '../support/api.ts'
import { grantTypes, withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

const lena = 'lena@home.example'
const lenaId = 'user_01JLENA0000000000000000000'

async function ask(options: Parameters<typeof start>[0] = {}) {
  const emulator = await start(options)
  const { status, body } = await withPassword(emulator, lena)
  const verify = (code: string, more: Record<string, unknown> = {}) =>
    authenticate(emulator, {
      grant_type: grantTypes.emailVerification,
      pending_authentication_token: body.pending_authentication_token,
      code,
      ...more,
    })
  const code = () => emulator.inbox.latest(lena)?.code ?? ''
  return { emulator, status, body, verify, code }
}

describe('an address that is not verified', () => {
  test('is told in the plain envelope, and its code goes on', async () => {
    const { emulator, status, body, verify, code } = await ask()
    expect(status).toBe(403)
    expect(body).toEqual({
      code: 'email_verification_required',
      message: 'Email ownership must be verified before authentication.',
      pending_authentication_token: expect.stringMatching(/^\w{25}$/),
      email: lena,
      email_verification_id: expect.stringMatching(/^email_verification_/),
    })
    const path = `/user_management/email_verification/${body.email_verification_id}`
    expect((await call(emulator, 'GET', path)).body).toMatchObject({ email: lena, code: code() })

    const done = await verify(code())
    expect(done).toMatchObject({
      status: 200,
      body: { user: { email_verified: true }, authentication_method: 'Password' },
    })
    expect((await verify(code())).body.code).toBe('invalid_pending_authentication_token')
  })

  test('takes no wrong code, no spent one, and none that is old', async () => {
    const { emulator, verify, code } = await ask()
    expect((await verify('wrong!')).body.code).toBe('invalid_one_time_code')
    emulator.clock.advance({ seconds: 601 })
    expect((await verify(code())).body.code).toBe('one_time_code_expired')

    await withPassword(emulator, lena)
    const path = `/user_management/users/${lenaId}/email_verification/confirm`
    await call(emulator, 'POST', path, { body: { code: code() } })
    expect((await verify(code())).body.code).toBe('one_time_code_previously_used')
  })

  test('takes five wrong codes', async () => {
    const { verify, code } = await ask()
    for (let attempt = 0; attempt < 5; attempt++) await verify('wrong!')
    expect((await verify(code())).body.code).toBe('one_time_code_too_many_attempts')
  })

  test('goes on for half an hour, for its own client only', async () => {
    const { emulator, verify, code } = await ask()
    const made = { pending_authentication_token: 'made-up' }
    expect((await verify(code(), made)).body.code).toBe('invalid_pending_authentication_token')
    emulator.clock.advance({ seconds: 1801 })
    expect((await verify(code())).body.code).toBe('invalid_pending_authentication_token')
  })
})

describe('the endpoints', () => {
  test('send and confirm answer with the user', async () => {
    const emulator = await start()
    const base = `/user_management/users/${lenaId}/email_verification`
    const sent = await call(emulator, 'POST', `${base}/send`)
    expect(sent).toMatchObject({ status: 200, body: { user: { email_verified: false } } })

    const confirm = (code: string) => call(emulator, 'POST', `${base}/confirm`, { body: { code } })
    expect(await confirm('wrong!')).toMatchObject({
      status: 400,
      body: { code: 'email_verification_code_incorrect' },
    })
    const { code = '' } = emulator.inbox.latest(lena) ?? {}
    expect(await confirm(code)).toMatchObject({
      status: 200,
      body: { user: { email_verified: true } },
    })
    expect((await confirm(code)).body.code).toBe('email_verification_code_previously_used')
    expect((await confirm('000000')).body.code).toMatch(/^email_(previously_verified|verification)/)
    expect(await call(emulator, 'POST', `${base}/send`)).toMatchObject({
      status: 400,
      body: { code: 'email_already_verified' },
    })
  })
})
