import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { connectEmulator } from '../../src/testing/index.ts'
import { authenticate, call, refresh } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'
import { grantTypes, makeCode, withCode, withPassword } from '../support/grants.ts'
import { begin, codeOf, redeem } from '../support/pages.ts'
import { authorizePath, enterPassword } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const ada = 'ada@northwind.example'
const phoneNumber = '+15555550123'

const answerEmail = (emulator: Emulator, body: Record<string, unknown>) =>
  authenticate(emulator, { grant_type: grantTypes.radarEmail, ...body })
const answerSms = (emulator: Emulator, body: Record<string, unknown>) =>
  authenticate(emulator, { grant_type: grantTypes.radarSms, ...body })
const codeTo = (emulator: Emulator, to: string) => emulator.inbox.latest(to)?.code ?? ''
const told = (emulator: Emulator) => emulator.events.list().map(({ event }) => event)

describe('a Radar challenge by email', () => {
  test('stands between the credential and the session', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'email' })
    const asked = await withPassword(emulator, ada, { ip_address: '203.0.113.7' })
    expect(asked).toMatchObject({
      status: 403,
      body: {
        code: 'radar_challenge',
        pending_authentication_token: expect.any(String),
        radar_challenge_id: expect.stringMatching(/^radar_challenge_[0-9A-Z]{26}$/),
        user: { email: ada },
      },
    })
    expect(told(emulator)).toEqual([
      'authentication.password_succeeded',
      'authentication.radar_risk_detected',
      'radar.challenge_created',
    ])
    const [, risk, created] = emulator.events.list()
    expect(risk?.data).toMatchObject({ auth_method: 'Password', ip_address: '203.0.113.7' })
    expect(JSON.stringify(created)).not.toContain(codeTo(emulator, ada))

    const { pending_authentication_token, radar_challenge_id } = asked.body
    const read = await call(
      emulator,
      'GET',
      `/user_management/radar_challenges/${radar_challenge_id}`,
    )
    expect(read.body).toMatchObject({
      object: 'radar_challenge',
      type: 'email',
      id: radar_challenge_id,
      email: ada,
      code: codeTo(emulator, ada),
    })
    const pending = { pending_authentication_token, radar_challenge_id }
    const wrong = await answerEmail(emulator, { ...pending, code: '000000' })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_one_time_code' } })
    const { body } = await answerEmail(emulator, { ...pending, code: read.body.code })
    expect(body).toMatchObject({ user: { email: ada }, authentication_method: 'Password' })
    const again = await answerEmail(emulator, { ...pending, code: read.body.code })
    expect(again.body.code).toBe('invalid_pending_authentication_token')
    // A session that has begun is not asked again.
    expect((await refresh(emulator, body.refresh_token)).status).toBe(200)
  })

  test('comes before the address is verified, and is not asked twice', async () => {
    const emulator = await start()
    const email = 'new@home.example'
    await call(emulator, 'POST', '/user_management/users', {
      body: { email, password: 'open-sesame-42' },
    })
    emulator.radar.suspect({ email, challenge: 'email' })
    const asked = await withPassword(emulator, email)
    expect(asked.body.code).toBe('radar_challenge')
    const then = await answerEmail(emulator, { ...asked.body, code: codeTo(emulator, email) })
    expect(then.body.code).toBe('email_verification_required')
    const done = await authenticate(emulator, {
      grant_type: grantTypes.emailVerification,
      pending_authentication_token: then.body.pending_authentication_token,
      code: codeTo(emulator, email),
    })
    expect(done.status).toBe(200)
  })

  test('has a code that expires, and is of one user', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'email' })
    const ben = 'ben@northwind.example'
    emulator.radar.suspect({ email: ben, challenge: 'email' })
    const [asked, other] = [await withPassword(emulator, ada), await withPassword(emulator, ben)]
    const mixed = { ...asked.body, radar_challenge_id: other.body.radar_challenge_id }
    const code = codeTo(emulator, ada)
    expect((await answerEmail(emulator, { ...mixed, code })).body.code).toBe('user_mismatch')
    const unknown = { ...asked.body, radar_challenge_id: 'radar_challenge_none', code }
    expect((await answerEmail(emulator, unknown)).body.code).toBe('invalid_one_time_code')
    emulator.clock.advance({ seconds: 600 })
    const late = await answerEmail(emulator, { ...asked.body, code })
    expect(late.body.code).toBe('one_time_code_expired')
  })

  test('takes five wrong codes', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'email' })
    const { body } = await withPassword(emulator, ada)
    const codes: string[] = []
    for (let time = 0; time < 5; time++) {
      codes.push((await answerEmail(emulator, { ...body, code: 'wrong' })).body.code)
    }
    expect(codes.at(0)).toBe('invalid_one_time_code')
    expect(codes.at(-1)).toBe('one_time_code_too_many_attempts')
    const right = await answerEmail(emulator, { ...body, code: codeTo(emulator, ada) })
    expect(right.body.code).toBe('one_time_code_too_many_attempts')
  })
})

describe('a Radar challenge by SMS', () => {
  test('goes to a number that is known', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'sms', phoneNumber })
    const made = await makeCode(emulator, ada)
    const asked = await withCode(emulator, ada, made.body.code)
    expect(asked).toMatchObject({ status: 403, body: { code: 'radar_sms_sign_in_challenge' } })
    const { pending_authentication_token } = asked.body
    const done = await answerSms(emulator, {
      pending_authentication_token,
      code: codeTo(emulator, phoneNumber),
    })
    expect(done.body).toMatchObject({ user: { email: ada }, authentication_method: 'MagicAuth' })
  })

  test('asks for the number where none is known', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'sms' })
    const { status, body } = await withPassword(emulator, ada)
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'radar_sign_up_challenge' })
    const { pending_authentication_token } = body
    const send = (more: Record<string, unknown>) =>
      call(emulator, 'POST', '/user_management/radar_challenges', {
        body: {
          user_id: body.user.id,
          pending_authentication_token,
          phone_number: phoneNumber,
          ...more,
        },
      })
    expect((await send({ phone_number: '555 0123' })).status).toBe(422)
    expect((await send({ user_id: 'user_other' })).body.code).toBe('user_mismatch')
    expect((await send({ pending_authentication_token: 'none' })).status).toBe(400)
    const sent = await send({})
    expect(sent).toMatchObject({
      status: 201,
      body: { verification_id: expect.stringMatching(/^vrf_/), phone_number: phoneNumber },
    })
    const code = codeTo(emulator, phoneNumber)
    const answer = (more: Record<string, unknown>) =>
      answerSms(emulator, { pending_authentication_token, code, ...more })
    const { verification_id } = sent.body
    expect((await answer({})).body.code).toBe('verification_id_required')
    expect((await answer({ verification_id })).body.code).toBe('phone_number_required')
    const elsewhere = { verification_id, phone_number: '+15555550199' }
    expect((await answer(elsewhere)).body.code).toBe('invalid_one_time_code')
    const done = await answer({ verification_id, phone_number: phoneNumber })
    expect(done).toMatchObject({ status: 200, body: { user: { email: ada } } })
  })
})

describe('suspicion', () => {
  test('comes from the seed as well, and can be cleared, also from another process', async () => {
    const emulator = await start({
      seed: { users: [{ email: ada, password: 'open-sesame-42', radar: { challenge: 'email' } }] },
    })
    expect((await withPassword(emulator, ada)).body.code).toBe('radar_challenge')
    const { url } = await emulator.listen()
    const remote = connectEmulator({ url })
    expect(await remote.radar.list()).toEqual([{ email: ada, challenge: 'email' }])
    await remote.radar.clear()
    expect((await withPassword(emulator, ada)).status).toBe(200)
    const suspicion = { email: ada, challenge: 'sms', phoneNumber } as const
    expect(await remote.radar.suspect(suspicion)).toEqual(suspicion)
    expect(emulator.radar.list()).toEqual([suspicion])
    await expect(
      remote.radar.suspect({ email: ada, challenge: 'sms', phoneNumber: '12' }),
    ).rejects.toThrow()
    emulator.reset()
    expect(emulator.radar.list()).toEqual([{ email: ada, challenge: 'email' }])
  })

  test('does not reach those whom an identity provider vouches for', async () => {
    const emulator = await start()
    const nora = 'nora@meridian.example'
    emulator.radar.suspect({ email: nora, challenge: 'email' })
    const { browser, page } = await begin(emulator, { login_hint: nora })
    const asked = await browser.submit(page, { email: nora })
    expect(codeOf(await browser.submit(asked, { email: nora }))).not.toBe('')
  })
})

describe('the hosted page', () => {
  test('asks for the code of an email, before the application gets its own', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'email' })
    const { browser, page } = await begin(emulator)
    const asked = await enterPassword(browser, page, { email: ada })
    expect(asked.html).toContain('<h1>Confirm that it is you</h1>')
    const wrong = await browser.submit(asked, { code: '000000' })
    expect(wrong.status).toBe(422)
    const resent = await browser.submit(wrong, { action: 'resend' })
    const done = await browser.submit(resent, { code: codeTo(emulator, ada) })
    expect(await redeem(emulator, done)).toMatchObject({ user: { email: ada } })
    // Who is signed in is not asked again, and who is not cannot go around it.
    expect(codeOf(await browser.get(authorizePath(emulator)))).not.toBe('')
    const other = openBrowser(emulator)
    expect((await other.get(asked.url)).html).toContain('This sign-in is over')
  })

  test('asks for a number first where none is known', async () => {
    const emulator = await start()
    emulator.radar.suspect({ email: ada, challenge: 'sms' })
    const { browser, page } = await begin(emulator)
    const asked = await enterPassword(browser, page, { email: ada })
    expect(asked.html).toContain('<h1>Add your phone number</h1>')
    expect((await browser.submit(asked, { phone_number: '12' })).status).toBe(422)
    const sent = await browser.submit(asked, { phone_number: '+1 (555) 555-0123' })
    expect(sent.html).toContain(phoneNumber)
    const done = await browser.submit(sent, { code: codeTo(emulator, phoneNumber) })
    expect(await redeem(emulator, done)).toMatchObject({ user: { email: ada } })
  })
})
