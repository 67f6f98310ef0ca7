import { authorizationCodeGrant } from './authorizationCode.ts'
import { deviceCodeGrant } from './deviceCode.ts'
import { emailVerificationGrant } from './emailVerification.ts'
import type { Grant, GrantType } from './grant.ts'
import { magicAuthGrant } from './magicAuth.ts'
import { organizationSelectionGrant } from './organizationSelection.ts'
import { passwordGrant } from './password.ts'
import { radarEmailChallengeGrant } from './radarEmailChallenge.ts'
import { radarSmsChallengeGrant } from './radarSmsChallenge.ts'
import { refreshTokenGrant } from './refreshToken.ts'
import { totpGrant } from './totp.ts'

/** Every grant that the token endpoint takes. */
export const grants: { [Type in GrantType]: Grant<Type> } = {
  authorization_code: authorizationCodeGrant,
  password: passwordGrant,
  refresh_token: refreshTokenGrant,
  'urn:workos:oauth:grant-type:magic-auth:code': magicAuthGrant,
  'urn:workos:oauth:grant-type:email-verification:code': emailVerificationGrant,
  'urn:workos:oauth:grant-type:mfa-totp': totpGrant,
  'urn:workos:oauth:grant-type:organization-selection': organizationSelectionGrant,
  'urn:workos:oauth:grant-type:radar-email-challenge:code': radarEmailChallengeGrant,
  'urn:workos:oauth:grant-type:radar-sms-challenge:code': radarSmsChallengeGrant,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCodeGrant,
}
