import { describe, expect, it } from 'vitest'
import type { Answer } from '../../support/recording.ts'
import { pendingToken, pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'
import { password } from './modelWorkOS.ts'
import { code, flowAgainst, placeOf, scripted, stateOf } from './player.ts'

const mfaChallenge: Answer = {
  status: 403,
  body: {
    code: 'mfa_challenge',
    pending_authentication_token: pendingToken,
    authentication_factors: [{ id: 'auth_factor_1', type: 'totp' }],
    user: pendingUser,
  },
}

const challenged = (id: string): Answer => ({
  status: 201,
  body: {
    object: 'authentication_challenge',
    id,
    authentication_factor_id: 'auth_factor_1',
    created_at: '2026-06-25T19:07:33.155Z',
    updated_at: '2026-06-25T19:07:33.155Z',
  },
})

describe('a second factor', () => {
  it('is enrolled with what an authenticator application needs', async () => {
    const { start, submit, flow } = flowAgainst(['mfa-enrollment'], { totpIssuer: 'Orchard' })
    const enrollment = await submit(await start(), { type: 'password', password })
    const totp = { secret: 'JBSWY3DP', uri: 'otpauth://totp/x' }
    expect(enrollment).toMatchObject({
      step: { name: 'mfa-enrollment', totp: { ...totp, qrCode: 'data:image/png;base64,' } },
    })
    const wrong = await submit(enrollment, { type: 'code', code: '000000' })
    expect(wrong).toMatchObject({
      step: { name: 'mfa-enrollment', totp: { ...totp, qrCode: undefined } },
      problem: { code: 'code_invalid' },
    })
    expect(await flow.resume(stateOf(wrong))).toMatchObject({ step: { totp }, problem: undefined })
    expect(placeOf(await submit(wrong, code))).toBe('signed-in')
  })

  it('is challenged: an authenticator application first, another on demand', async () => {
    const { start, submit, requests } = flowAgainst(['mfa-challenge'])
    const challenge = await submit(await start(), { type: 'password', password })
    expect(challenge).toMatchObject({
      step: { name: 'mfa-challenge', factorId: 'auth_factor_1', factors: [{}, {}] },
    })
    const unknown = await submit(challenge, { type: 'factor', factorId: 'auth_factor_of_another' })
    expect(unknown).toMatchObject({ problem: { code: 'submission_unexpected' } })
    await submit(challenge, { type: 'factor', factorId: 'auth_factor_1' })
    expect(requests.at(-1)?.path).toBe('/auth/factors/auth_factor_1/challenge')
  })

  it('gets a new challenge by itself when the old one is spent', async () => {
    const spent: Answer = { status: 400, body: { code: 'one_time_code_expired', message: '' } }
    const { submit, start, requests } = scripted([
      mfaChallenge,
      challenged('auth_challenge_1'),
      spent,
      challenged('auth_challenge_2'),
      { body: authenticateResult() },
    ])
    const challenge = await submit(await start(), { type: 'password', password })
    const expired = await submit(challenge, code)
    expect(expired).toMatchObject({ problem: { code: 'code_expired' } })
    expect(placeOf(await submit(expired, code))).toBe('signed-in')
    expect(requests.at(-1)?.body).toMatchObject({ authentication_challenge_id: 'auth_challenge_2' })
  })

  it('can be asked for once WorkOS is back', async () => {
    const { submit, start } = scripted([
      mfaChallenge,
      { status: 503, body: {}, headers: { 'retry-after': '3' } },
      challenged('auth_challenge_1'),
      { body: authenticateResult() },
    ])
    const challenge = await submit(await start(), { type: 'password', password })
    expect(challenge).toMatchObject({
      step: { name: 'mfa-challenge' },
      problem: { code: 'unavailable', retryAfter: 3 },
    })
    expect(placeOf(await submit(challenge, code))).toBe('signed-in')
  })
})
