import { describe, expect, expectTypeOf, it } from 'vitest'
import type { AuthenticationFailureCode, AuthenticationOutcome, NextStep } from '../../src/index.ts'
import { recordingKit } from '../support/recording.ts'
import {
  documentedRefusals,
  pendingToken,
  type Refusal,
  sdkSpellings,
} from './fixtures/refusals.ts'
import { authenticateResult } from './fixtures/session.ts'

const grant = { email: 'marcelina.davis@example.com', password: 'correct horse battery staple' }

const outcomeOf = ({ status, body }: Pick<Refusal, 'status' | 'body'>) =>
  recordingKit(() => ({ status, body })).kit.authenticateWithPassword(grant)

describe('a refused grant', () => {
  it('has 50 documented variants of 46 codes', () => {
    expect(documentedRefusals).toHaveLength(50)
    expect(new Set(documentedRefusals.map(({ name }) => name)).size).toBe(50)
    const codes = documentedRefusals.map(({ body }) => body.code ?? body.error).filter(Boolean)
    expect(new Set(codes).size).toBe(46)
  })

  it.each(documentedRefusals)('$name', async (refusal) => {
    expect(await outcomeOf(refusal)).toMatchObject(refusal.outcome)
  })

  it.each(sdkSpellings)('$name, as SDKs spell it', async (refusal) => {
    expect(await outcomeOf(refusal)).toMatchObject(refusal.outcome)
  })

  it('keeps a code that nobody knows yet, and the request id', async () => {
    const body = { code: 'retina_scan_required', message: 'Look here.' }
    expect(await outcomeOf({ status: 403, body })).toEqual({
      status: 'failed',
      code: 'unknown',
      rawCode: 'retina_scan_required',
      requestId: 'req_1',
    })
  })

  it('does not repeat what is no code', async () => {
    const body = { code: `token ${pendingToken} is over` }
    expect(await outcomeOf({ status: 400, body })).toMatchObject({
      code: 'unknown',
      rawCode: 'unreadable',
    })
  })

  it('tells a wrong API key from a refusal', async () => {
    const body = { message: 'Unauthorized' }
    expect(await outcomeOf({ status: 401, body })).toMatchObject({ code: 'unauthorized' })
  })

  it('is unavailable while WorkOS is, and says how long', async () => {
    const { kit } = recordingKit(() => ({
      status: 503,
      body: { message: 'Later.' },
      headers: { 'retry-after': '7' },
    }))
    expect(await kit.authenticateWithPassword(grant)).toEqual({
      status: 'unavailable',
      retryAfter: 7,
      rawCode: undefined,
    })
  })

  it.each([
    ['email_verification_required', {}],
    ['mfa_challenge', { authentication_factors: [{ id: 'auth_factor_1', type: 'totp' }] }],
    ['organization_selection_required', { pending_authentication_token: pendingToken }],
    ['radar_challenge', { pending_authentication_token: pendingToken }],
  ])('is not a next step without what it takes to go on: %s', async (code, fields) => {
    const outcome = await outcomeOf({ status: 403, body: { code, ...fields } })
    expect(outcome).toMatchObject({ status: 'failed', code: 'api_response_invalid', rawCode: code })
    expect(JSON.stringify(outcome)).not.toContain(pendingToken)
  })
})

describe('an accepted grant', () => {
  it('is a session, with whatever came beside it', async () => {
    const body = authenticateResult({
      authkit_authorization_code: 'code_for_another_application',
      impersonator: { email: 'admin@foocorp.com', reason: null },
      oauth_tokens: {
        provider: 'GoogleOAuth',
        access_token: 'provider_access',
        refresh_token: 'provider_refresh',
        expires_at: 1_735_141_800,
        scopes: ['email'],
      },
    })
    const outcome = await recordingKit(() => ({ body })).kit.authenticateWithPassword(grant)
    expect(outcome).toMatchObject({
      status: 'authenticated',
      session: {
        accessToken: body.access_token,
        refreshToken: body.refresh_token,
        user: { firstName: 'Marcelina', metadata: { favourite_colour: 'green' } },
        impersonator: { email: 'admin@foocorp.com', reason: null },
        authenticationMethod: 'Password',
      },
      oauthTokens: { provider: 'GoogleOAuth', expiresAt: 1_735_141_800 },
      authkitAuthorizationCode: 'code_for_another_application',
    })
  })

  it('is refused when it is no session', async () => {
    const body = { user: { id: 'user_1' } }
    const outcome = await recordingKit(() => ({ body })).kit.authenticateWithPassword(grant)
    expect(outcome).toMatchObject({ status: 'failed', code: 'api_response_invalid' })
  })
})

describe('types', () => {
  it('tell outcomes apart by status', () => {
    expectTypeOf<AuthenticationOutcome['status']>().toEqualTypeOf<
      | 'authenticated'
      | 'email-verification'
      | 'mfa-enrollment'
      | 'mfa-challenge'
      | 'organization-selection'
      | 'sso-required'
      | 'authentication-methods-required'
      | 'radar-email-challenge'
      | 'radar-sms-challenge'
      | 'passkey-enrollment'
      | 'consent-required'
      | 'pending'
      | 'failed'
      | 'unavailable'
    >()
    type Step<Status> = Extract<NextStep, { status: Status }>
    expectTypeOf<Step<'mfa-challenge'>['pendingAuthenticationToken']>().toEqualTypeOf<string>()
    expectTypeOf<Step<'mfa-enrollment'>['pendingAuthenticationToken']>().toEqualTypeOf<
      string | undefined
    >()
    expectTypeOf<Step<'pending'>['slowDown']>().toEqualTypeOf<boolean>()
    expectTypeOf<'invalid_grant'>().toExtend<AuthenticationFailureCode>()
    expectTypeOf<'mfa_challenge'>().not.toExtend<AuthenticationFailureCode>()
  })

  it('never let a pending step pass as a session', () => {
    expectTypeOf<NextStep>().not.toHaveProperty('session')
    expectTypeOf<
      Extract<AuthenticationOutcome, { session: unknown }>['status']
    >().toEqualTypeOf<'authenticated'>()
  })
})
