import { describe, expect, expectTypeOf, it } from 'vitest'
import type { AuthKit, CodeGrant } from '../../src/index.ts'
import { environment } from '../support/environment.ts'
import { recordingKit } from '../support/recording.ts'
import { authenticateResult } from './fixtures/session.ts'

const visitor = { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0', deviceId: 'device_1' }
const visitorWire = {
  ip_address: '203.0.113.7',
  user_agent: 'Mozilla/5.0',
  device_id: 'device_1',
}
const publicClient = { client_id: environment.WORKOS_CLIENT_ID }
const client = { ...publicClient, client_secret: environment.WORKOS_API_KEY }
const pending = { pendingAuthenticationToken: 'pending_1' }
const pendingWire = { pending_authentication_token: 'pending_1' }

interface Sent {
  readonly name: string
  readonly run: (kit: AuthKit) => Promise<unknown>
  readonly body: Record<string, unknown>
}

const grants: readonly Sent[] = [
  {
    name: 'authenticateWithCode, confidential',
    run: (kit) =>
      kit.authenticateWithCode({
        code: 'c',
        invitationToken: 'i',
        signalsId: 's',
        ...pending,
        ...visitor,
      }),
    body: {
      grant_type: 'authorization_code',
      ...client,
      code: 'c',
      invitation_token: 'i',
      signals_id: 's',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithCode, public',
    run: (kit) =>
      kit.authenticateWithCode({ client: 'public', code: 'c', codeVerifier: 'v', ...visitor }),
    body: { grant_type: 'authorization_code', ...publicClient, code: 'c', code_verifier: 'v' },
  },
  {
    name: 'authenticateWithRefreshToken',
    run: (kit) =>
      kit.authenticateWithRefreshToken({ refreshToken: 'r', organizationId: 'o', ...visitor }),
    body: { grant_type: 'refresh_token', ...client, refresh_token: 'r', organization_id: 'o' },
  },
  {
    name: 'authenticateWithRefreshToken, public',
    run: (kit) =>
      kit.authenticateWithRefreshToken({ client: 'public', refreshToken: 'r', ...visitor }),
    body: { grant_type: 'refresh_token', ...publicClient, refresh_token: 'r' },
  },
  {
    name: 'authenticateWithPassword',
    run: (kit) =>
      kit.authenticateWithPassword({
        email: 'e',
        password: 'p',
        invitationToken: 'i',
        signalsId: 's',
        radarAuthAttemptId: 'a',
        ...visitor,
      }),
    body: {
      grant_type: 'password',
      ...client,
      email: 'e',
      password: 'p',
      invitation_token: 'i',
      signals_id: 's',
      radar_auth_attempt_id: 'a',
    },
  },
  {
    name: 'authenticateWithMagicAuth',
    run: (kit) =>
      kit.authenticateWithMagicAuth({
        code: 'c',
        email: 'e',
        invitationToken: 'i',
        linkAuthorizationCode: 'l',
        signalsId: 's',
        radarAuthAttemptId: 'a',
        ...visitor,
      }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:magic-auth:code',
      ...client,
      code: 'c',
      email: 'e',
      invitation_token: 'i',
      link_authorization_code: 'l',
      signals_id: 's',
      radar_auth_attempt_id: 'a',
    },
  },
  {
    name: 'authenticateWithEmailVerification',
    run: (kit) => kit.authenticateWithEmailVerification({ code: 'c', ...pending, ...visitor }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:email-verification:code',
      ...client,
      code: 'c',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithTotp',
    run: (kit) =>
      kit.authenticateWithTotp({
        code: 'c',
        authenticationChallengeId: 'ch',
        ...pending,
        ...visitor,
      }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:mfa-totp',
      ...client,
      code: 'c',
      authentication_challenge_id: 'ch',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithOrganizationSelection',
    run: (kit) =>
      kit.authenticateWithOrganizationSelection({ organizationId: 'o', ...pending, ...visitor }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:organization-selection',
      ...client,
      organization_id: 'o',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithRadarEmailChallenge',
    run: (kit) =>
      kit.authenticateWithRadarEmailChallenge({
        code: 'c',
        radarChallengeId: 'rc',
        ...pending,
        ...visitor,
      }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:radar-email-challenge:code',
      ...client,
      code: 'c',
      radar_challenge_id: 'rc',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithRadarSmsChallenge, signing up',
    run: (kit) =>
      kit.authenticateWithRadarSmsChallenge({
        code: 'c',
        verification: { verificationId: 'v', phoneNumber: '+15550100' },
        ...pending,
        ...visitor,
      }),
    body: {
      grant_type: 'urn:workos:oauth:grant-type:radar-sms-challenge:code',
      ...client,
      code: 'c',
      verification_id: 'v',
      phone_number: '+15550100',
      ...pendingWire,
    },
  },
  {
    name: 'authenticateWithDeviceCode',
    run: (kit) => kit.authenticateWithDeviceCode({ deviceCode: 'd', ...visitor }),
    body: {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      ...publicClient,
      device_code: 'd',
    },
  },
]

describe('grants on the wire', () => {
  it.each(grants)('$name', async ({ run, body }) => {
    const { kit, requests } = recordingKit(() => ({ body: authenticateResult() }))
    expect(await run(kit)).toMatchObject({ status: 'authenticated' })
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/user_management/authenticate',
        authorization: undefined,
        body: { ...body, ...visitorWire },
      },
    ])
  })

  it('leaves out what is not given', async () => {
    const { kit, requests } = recordingKit(() => ({ body: authenticateResult() }))
    await kit.authenticateWithPassword({ email: 'e', password: 'p' })
    expect(requests[0]?.body).toEqual({
      grant_type: 'password',
      ...client,
      email: 'e',
      password: 'p',
    })
  })

  it('wants a verifier of a public client', () => {
    expectTypeOf<{ client: 'public'; code: string }>().not.toExtend<CodeGrant>()
    expectTypeOf<{ code: string }>().toExtend<CodeGrant>()
  })
})
