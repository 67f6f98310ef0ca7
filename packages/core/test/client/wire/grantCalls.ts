import { type Call, call } from './call.ts'

const visitor = { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0' }
const pending = { pendingAuthenticationToken: 'pending_1' }
const invitation = { invitationToken: 'invitation_1' }
const radar = { signalsId: 'signals_1', radarAuthAttemptId: 'radar_1' }
const code = { code: '123456' }

const withCode = { code: 'code_1', codeVerifier: 'v'.repeat(43), signalsId: 'signals_1' }
const withRefreshToken = { refreshToken: 'refresh_1', organizationId: 'org_1' }
const withPassword = { email: 'a@example.com', password: 'ä secret', ...invitation, ...radar }
const withMagicAuth = {
  ...code,
  email: 'a+b@example.com',
  linkAuthorizationCode: 'code_2',
  ...invitation,
  ...radar,
}
const withTotp = { ...code, ...pending, authenticationChallengeId: 'auth_challenge_1' }
const withRadarEmail = { ...code, ...pending, radarChallengeId: 'radar_challenge_1' }
const verification = { verificationId: 'verification_1', phoneNumber: '+15555550100' }

/**
 * The grants of the token endpoint. What only ours can say (`deviceId`, and with a code
 * `pendingAuthenticationToken`) grants.test.ts holds against the contract.
 */
export const grantCalls: readonly Call[] = [
  call(
    'authenticateWithCode',
    (sdk) => sdk.userManagement.authenticateWithCode({ ...withCode, ...invitation, ...visitor }),
    (_, kit) => kit.authenticateWithCode({ ...withCode, ...invitation, ...visitor }),
  ),
  call(
    'authenticateWithCode, public',
    (_, sdk) =>
      sdk.userManagement.authenticateWithCodeAndVerifier({
        ...withCode,
        ...invitation,
        ...visitor,
      }),
    (_, kit) =>
      kit.authenticateWithCode({ client: 'public', ...withCode, ...invitation, ...visitor }),
  ),
  call(
    'authenticateWithRefreshToken',
    (sdk) => sdk.userManagement.authenticateWithRefreshToken({ ...withRefreshToken, ...visitor }),
    (_, kit) => kit.authenticateWithRefreshToken({ ...withRefreshToken, ...visitor }),
  ),
  call(
    'authenticateWithRefreshToken, public',
    (_, sdk) =>
      sdk.userManagement.authenticateWithRefreshToken({ ...withRefreshToken, ...visitor }),
    (_, kit) =>
      kit.authenticateWithRefreshToken({ client: 'public', ...withRefreshToken, ...visitor }),
  ),
  call(
    'authenticateWithPassword',
    (sdk) => sdk.userManagement.authenticateWithPassword({ ...withPassword, ...visitor }),
    (_, kit) => kit.authenticateWithPassword({ ...withPassword, ...visitor }),
  ),
  call(
    'authenticateWithMagicAuth',
    (sdk) => sdk.userManagement.authenticateWithMagicAuth({ ...withMagicAuth, ...visitor }),
    (_, kit) => kit.authenticateWithMagicAuth({ ...withMagicAuth, ...visitor }),
  ),
  call(
    'authenticateWithEmailVerification',
    (sdk) =>
      sdk.userManagement.authenticateWithEmailVerification({ ...code, ...pending, ...visitor }),
    (_, kit) => kit.authenticateWithEmailVerification({ ...code, ...pending, ...visitor }),
  ),
  call(
    'authenticateWithTotp',
    (sdk) => sdk.userManagement.authenticateWithTotp({ ...withTotp, ...visitor }),
    (_, kit) => kit.authenticateWithTotp({ ...withTotp, ...visitor }),
  ),
  call(
    'authenticateWithOrganizationSelection',
    (sdk) =>
      sdk.userManagement.authenticateWithOrganizationSelection({
        organizationId: 'org_1',
        ...pending,
        ...visitor,
      }),
    (_, kit) =>
      kit.authenticateWithOrganizationSelection({
        organizationId: 'org_1',
        ...pending,
        ...visitor,
      }),
  ),
  call(
    'authenticateWithRadarEmailChallenge',
    (sdk) =>
      sdk.userManagement.authenticateWithRadarEmailChallenge({ ...withRadarEmail, ...visitor }),
    (_, kit) => kit.authenticateWithRadarEmailChallenge({ ...withRadarEmail, ...visitor }),
  ),
  call(
    'authenticateWithRadarSmsChallenge',
    (sdk) =>
      sdk.userManagement.authenticateWithRadarSmsChallenge({
        ...code,
        ...verification,
        ...pending,
        ...visitor,
      }),
    (_, kit) =>
      kit.authenticateWithRadarSmsChallenge({ ...code, verification, ...pending, ...visitor }),
  ),
]
