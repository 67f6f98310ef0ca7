import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { authenticate, call, refresh } from '../support/api.ts'
import { codeNow, grantTypes, minasSecret, withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

const mina = 'mina@ledgerline.example'
const paul = 'paul@ledgerline.example'

const challenge = async (emulator: Emulator, factorId: string): Promise<string> =>
  (await call(emulator, 'POST', `/auth/factors/${factorId}/challenge`, { body: {} })).body.id

async function ask(emulator: Emulator) {
  const { status, body } = await withPassword(emulator, mina)
  const challengeId = await challenge(emulator, body.authentication_factors[0].id)
  const answer = (code: string, more: Record<string, unknown> = {}) =>
    authenticate(emulator, {
      grant_type: grantTypes.totp,
      pending_authentication_token: body.pending_authentication_token,
      authentication_challenge_id: challengeId,
      code,
      ...more,
    })
  return { status, body, answer }
}

describe('a second factor', () => {
  test('is asked of those who have one, and its code signs in', async () => {
    const emulator = await start()
    const { status, body, answer } = await ask(emulator)
    expect(status).toBe(403)
    expect(body).toMatchObject({
      code: 'mfa_challenge',
      message: 'The user must complete an MFA challenge to finish authenticating.',
      pending_authentication_token: expect.stringMatching(/^\w{25}$/),
      user: { object: 'user', email: mina },
      authentication_factors: [{ id: 'auth_factor_01JMINAPARK0000000000000', type: 'totp' }],
    })
    expect(await answer('000000')).toMatchObject({
      status: 400,
      body: { code: 'invalid_one_time_code' },
    })
    const done = await answer(codeNow(emulator, minasSecret))
    expect(done).toMatchObject({
      status: 200,
      body: { user: { email: mina }, authentication_method: 'Password' },
    })
  })

  test('shows each code once, also to another challenge', async () => {
    const emulator = await start()
    const code = codeNow(emulator, minasSecret)
    expect((await (await ask(emulator)).answer(code)).status).toBe(200)
    expect((await (await ask(emulator)).answer(code)).body.code).toBe(
      'one_time_code_previously_used',
    )
    emulator.clock.advance({ seconds: 30 })
    const next = await (await ask(emulator)).answer(codeNow(emulator, minasSecret))
    expect(next.status).toBe(200)
  })

  test('may be a step early or late, no more', async () => {
    const emulator = await start()
    for (const steps of [-2, 2]) {
      const { answer } = await ask(emulator)
      expect((await answer(codeNow(emulator, minasSecret, steps))).status).toBe(400)
    }
    const { answer } = await ask(emulator)
    expect((await answer(codeNow(emulator, minasSecret, -1))).status).toBe(200)
  })

  test('takes five wrong codes for a challenge, and ten minutes', async () => {
    const emulator = await start()
    const first = await ask(emulator)
    for (let attempt = 0; attempt < 5; attempt++) await first.answer('000000')
    expect((await first.answer(codeNow(emulator, minasSecret))).body.code).toBe(
      'one_time_code_too_many_attempts',
    )
    const second = await ask(emulator)
    emulator.clock.advance({ seconds: 601 })
    expect((await second.answer(codeNow(emulator, minasSecret))).body.code).toBe(
      'one_time_code_expired',
    )
  })

  test('has to be the person’s own, in a challenge that exists', async () => {
    const emulator = await start()
    const { answer } = await ask(emulator)
    const enrolled = await enroll(emulator, 'user_01JADA00000000000000000000')
    expect(
      await answer('000000', {
        authentication_challenge_id: enrolled.body.authentication_challenge.id,
      }),
    ).toMatchObject({ status: 400, body: { code: 'user_mismatch' } })
    expect(await answer('000000', { authentication_challenge_id: 'no' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
    expect(await answer('000000', { pending_authentication_token: 'no' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_pending_authentication_token' },
    })
  })
})

const enroll = (emulator: Emulator, userId: string, more: Record<string, unknown> = {}) =>
  call(emulator, 'POST', `/user_management/users/${userId}/auth_factors`, {
    body: { type: 'totp', ...more },
  })

describe('enrolment', () => {
  test('is asked of those who have none, and the first right code ends it', async () => {
    const emulator = await start()
    const { status, body } = await withPassword(emulator, paul)
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { code: 'mfa_enrollment', user: { email: paul } },
    })
    const { body: enrolled } = await enroll(emulator, body.user.id)
    const { totp, id } = enrolled.authentication_factor
    expect(totp).toEqual({
      issuer: 'Latchkey emulator',
      user: paul,
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      qr_code: expect.stringMatching(/^data:image\/png;base64,/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\//),
    })
    // A factor whose code nobody has shown yet is asked of nobody.
    expect((await withPassword(emulator, paul)).body.code).toBe('mfa_enrollment')

    const done = await authenticate(emulator, {
      grant_type: grantTypes.totp,
      pending_authentication_token: body.pending_authentication_token,
      authentication_challenge_id: enrolled.authentication_challenge.id,
      code: codeNow(emulator, totp.secret),
    })
    expect(done.status).toBe(200)
    const listed = await call(
      emulator,
      'GET',
      `/user_management/users/${body.user.id}/auth_factors`,
    )
    expect(listed.body.data).toMatchObject([{ id, type: 'totp', user_id: body.user.id }])
    expect(JSON.stringify(listed.body)).not.toContain(totp.secret)
    expect((await withPassword(emulator, paul)).body.code).toBe('mfa_challenge')
  })

  test('takes a secret of the product’s own, if it can be one', async () => {
    const emulator = await start()
    const own = await enroll(emulator, 'user_01JADA00000000000000000000', {
      totp_secret: minasSecret,
      totp_issuer: 'Orchard',
      totp_user: 'ada',
    })
    expect(own.body.authentication_factor.totp).toMatchObject({
      secret: minasSecret,
      issuer: 'Orchard',
      user: 'ada',
    })
    expect(
      await enroll(emulator, 'user_01JADA00000000000000000000', { totp_secret: 'not base 32!' }),
    ).toMatchObject({ status: 422, body: { code: 'invalid_request_parameters' } })
    expect((await enroll(emulator, 'user_nobody')).status).toBe(404)
  })
})

describe('a factor by itself', () => {
  test('is enrolled, challenged, verified, and deleted', async () => {
    const emulator = await start()
    const enrolled = await call(emulator, 'POST', '/auth/factors/enroll', {
      body: { type: 'totp', totp_issuer: 'Orchard', totp_user: 'ada' },
    })
    expect(enrolled.status).toBe(201)
    const { id, totp } = enrolled.body
    const read = await call(emulator, 'GET', `/auth/factors/${id}`)
    expect(read.body.totp).toEqual({ issuer: 'Orchard', user: 'ada' })

    const verify = async (code: string) => {
      const challengeId = await challenge(emulator, id)
      return call(emulator, 'POST', `/auth/challenges/${challengeId}/verify`, { body: { code } })
    }
    expect(await verify('000000')).toMatchObject({ status: 201, body: { valid: false } })
    const code = codeNow(emulator, totp.secret)
    expect(await verify(code)).toMatchObject({
      status: 201,
      body: { valid: true, challenge: { object: 'authentication_challenge' } },
    })
    expect(await verify(code)).toMatchObject({ status: 201, body: { valid: false } })
    expect((await call(emulator, 'DELETE', `/auth/factors/${id}`)).status).toBe(204)
    expect((await call(emulator, 'GET', `/auth/factors/${id}`)).status).toBe(404)
  })

  test('by SMS has its code in the challenge, which takes five wrong ones', async () => {
    const emulator = await start()
    const { body: factor } = await call(emulator, 'POST', '/auth/factors/enroll', {
      body: { type: 'sms', phone_number: '+15551234567' },
    })
    expect(factor).toMatchObject({ type: 'sms', sms: { phone_number: '+15551234567' } })
    const { body: asked } = await call(emulator, 'POST', `/auth/factors/${factor.id}/challenge`)
    const verify = (code: string) =>
      call(emulator, 'POST', `/auth/challenges/${asked.id}/verify`, { body: { code } })
    for (let attempt = 1; attempt < 5; attempt++) {
      expect((await verify('wrong!')).body.valid).toBe(false)
    }
    expect(await verify('wrong!')).toMatchObject({
      status: 400,
      body: { code: 'one_time_code_too_many_attempts' },
    })
    expect((await verify(asked.code)).status).toBe(400)
  })

  test.each([
    { type: 'totp', totp_user: 'ada' },
    { type: 'totp', totp_issuer: 'Orchard' },
    { type: 'sms' },
    { type: 'carrier_pigeon' },
  ])('cannot be %j', async (body) => {
    const emulator = await start()
    expect((await call(emulator, 'POST', '/auth/factors/enroll', { body })).status).toBe(422)
  })
})

describe('an environment that wants it of everybody', () => {
  test('asks after the address and before the organization', async () => {
    const emulator = await start({
      seed: {
        authentication: { mfa: 'required' },
        roles: [{ slug: 'member' }],
        organizations: [{ name: 'One' }, { name: 'Two' }],
        users: [
          {
            email: 'ann@acme.example',
            password: 'open-sesame-42',
            emailVerified: false,
            factors: [{ type: 'totp', secret: minasSecret }],
            memberships: [{ organization: 'One' }, { organization: 'Two' }],
          },
        ],
      },
    })
    const email = 'ann@acme.example'
    const first = await withPassword(emulator, email)
    expect(first.body.code).toBe('email_verification_required')
    const second = await authenticate(emulator, {
      grant_type: grantTypes.emailVerification,
      pending_authentication_token: first.body.pending_authentication_token,
      code: emulator.inbox.latest(email)?.code,
    })
    expect(second.body.code).toBe('mfa_challenge')
    const third = await authenticate(emulator, {
      grant_type: grantTypes.totp,
      pending_authentication_token: second.body.pending_authentication_token,
      authentication_challenge_id: await challenge(
        emulator,
        second.body.authentication_factors[0].id,
      ),
      code: codeNow(emulator, minasSecret),
    })
    expect(third.body).toMatchObject({
      code: 'organization_selection_required',
      message: 'The user must choose an organization to finish their authentication.',
      user: { email },
      organizations: [
        { id: expect.stringMatching(/^org_/), name: 'One' },
        { id: expect.stringMatching(/^org_/), name: 'Two' },
      ],
    })
    const [, two] = third.body.organizations
    const choose = (organization_id: string) =>
      authenticate(emulator, {
        grant_type: grantTypes.organizationSelection,
        pending_authentication_token: third.body.pending_authentication_token,
        organization_id,
      })
    expect((await choose('org_made_up')).body.error).toBe('organization_not_found')
    const done = await choose(two.id)
    expect(done.body).toMatchObject({ organization_id: two.id, authentication_method: 'Password' })
    expect((await choose(two.id)).body.code).toBe('invalid_pending_authentication_token')
    // What was proved once holds for the session: it switches without another code.
    const switched = await refresh(emulator, done.body.refresh_token, {
      organization_id: third.body.organizations[0].id,
    })
    expect(switched.status).toBe(200)
  })
})
