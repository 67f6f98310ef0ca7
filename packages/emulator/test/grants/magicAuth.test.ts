import { describe, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { makeCode, withCode } from '../support/grants.ts'
import { start } from '../support/start.ts'

const kim = 'kim@home.example'

describe('a Magic Auth code', () => {
  test('is emailed, can be read, and signs in once', async () => {
    const emulator = await start()
    const made = await makeCode(emulator, kim)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ object: 'magic_auth', email: kim })
    expect(made.body.id).toMatch(/^magic_auth_/)
    expect(emulator.inbox.latest(kim)).toMatchObject({ kind: 'magic_auth', code: made.body.code })
    const read = await call(emulator, 'GET', `/user_management/magic_auth/${made.body.id}`)
    expect(read.body).toEqual(made.body)

    const first = await withCode(emulator, kim, made.body.code)
    expect(first).toMatchObject({ status: 200, body: { authentication_method: 'MagicAuth' } })
    expect(await withCode(emulator, kim, made.body.code)).toMatchObject({
      status: 400,
      body: { code: 'one_time_code_previously_used' },
    })
  })

  test('makes an account for an unknown address, verified by its code', async () => {
    const emulator = await start()
    const made = await makeCode(emulator, 'New.Person@home.example')
    const user = await call(emulator, 'GET', `/user_management/users/${made.body.user_id}`)
    expect(user.body).toMatchObject({ email: 'New.Person@home.example', email_verified: false })
    const { body } = await withCode(emulator, 'new.person@home.example', made.body.code)
    expect(body.user).toMatchObject({ id: user.body.id, email_verified: true })
  })

  test('is the latest one only, for ten minutes', async () => {
    const emulator = await start()
    const earlier = (await makeCode(emulator, kim)).body.code
    const later = (await makeCode(emulator, kim)).body.code
    if (earlier !== later) {
      expect(await withCode(emulator, kim, earlier)).toMatchObject({
        status: 400,
        body: { code: 'invalid_one_time_code' },
      })
    }
    emulator.clock.advance({ seconds: 601 })
    expect(await withCode(emulator, kim, later)).toMatchObject({
      status: 400,
      body: {
        code: 'one_time_code_expired',
        message: `One-time code for '${kim}' has expired.`,
      },
    })
  })

  test('takes five wrong attempts, then none', async () => {
    const emulator = await start()
    const { code } = (await makeCode(emulator, kim)).body
    for (let attempt = 1; attempt < 5; attempt++) {
      expect((await withCode(emulator, kim, 'wrong!')).body.code).toBe('invalid_one_time_code')
    }
    for (const last of ['wrong!', code]) {
      expect((await withCode(emulator, kim, last)).body.code).toBe(
        'one_time_code_too_many_attempts',
      )
    }
    const fresh = (await makeCode(emulator, kim)).body.code
    expect((await withCode(emulator, kim, fresh)).status).toBe(200)
  })

  test('is nobody else’s, and nobody’s who has none', async () => {
    const emulator = await start()
    const { code } = (await makeCode(emulator, kim)).body
    for (const email of ['ben@northwind.example', 'nobody@nowhere.example']) {
      expect(await withCode(emulator, email, code)).toMatchObject({
        status: 400,
        body: { code: 'invalid_one_time_code' },
      })
    }
  })

  test('is refused where it is switched off, and where accounts are by invitation', async () => {
    const off = await start({ seed: { authentication: { magicAuth: false } } })
    expect(await makeCode(off, kim)).toMatchObject({
      status: 400,
      body: { error: 'authentication_method_not_allowed' },
    })
    expect(await withCode(off, kim, '123456')).toMatchObject({
      status: 403,
      body: { code: 'authentication_method_not_allowed' },
    })

    const closed = await start({
      seed: {
        authentication: { signUp: false },
        invitations: [{ email: 'rita@acme.example', token: 'a-token-for-rita' }],
      },
    })
    expect(await makeCode(closed, 'rita@acme.example')).toMatchObject({
      status: 400,
      body: { error: 'sign_up_not_allowed' },
    })
    expect(
      await makeCode(closed, 'rita@acme.example', { invitation_token: 'made-up' }),
    ).toMatchObject({ status: 400, body: { error: 'invitation_invalid' } })
    const invited = await makeCode(closed, 'rita@acme.example', {
      invitation_token: 'a-token-for-rita',
    })
    expect(invited.status).toBe(201)
  })

  test('needs an address that can be one, and an id that exists', async () => {
    const emulator = await start()
    expect(await makeCode(emulator, 'nonsense')).toMatchObject({
      status: 422,
      body: { code: 'invalid_request_parameters' },
    })
    expect((await call(emulator, 'GET', '/user_management/magic_auth/no')).status).toBe(404)
  })
})
