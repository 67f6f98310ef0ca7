import { authorizationCodeGrant } from './authorizationCode.ts'
import { deviceCodeGrant } from './deviceCode.ts'
import { emailVerificationGrant } from './emailVerification.ts'
import type { Grant, GrantType } from './grant.ts'
import { magicAuthGrant } from './magicAuth.ts'
import { organizationSelectionGrant } from './organizationSelection.ts'
import { passwordGrant } from './password.ts'
import { refreshTokenGrant } from './refreshToken.ts'
import { totpGrant } from './totp.ts'

/** Nothing in the emulator finds anybody suspicious, so there is no Radar challenge to answer. */
const notImplemented = [
  'urn:workos:oauth:grant-type:radar-email-challenge:code',
  'urn:workos:oauth:grant-type:radar-sms-challenge:code',
] as const satisfies readonly GrantType[]

/** The grants that the token endpoint takes. */
export type ServedGrantType = Exclude<GrantType, (typeof notImplemented)[number]>

/** Every grant that the token endpoint takes. */
export const grants: { [Type in ServedGrantType]: Grant<Type> } = {
  authorization_code: authorizationCodeGrant,
  password: passwordGrant,
  refresh_token: refreshTokenGrant,
  'urn:workos:oauth:grant-type:magic-auth:code': magicAuthGrant,
  'urn:workos:oauth:grant-type:email-verification:code': emailVerificationGrant,
  'urn:workos:oauth:grant-type:mfa-totp': totpGrant,
  'urn:workos:oauth:grant-type:organization-selection': organizationSelectionGrant,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCodeGrant,
}

/** Whether WorkOS has the grant and the emulator has not. */
export const isMissingGrant = (type: string): boolean =>
  notImplemented.some((missing) => missing === type)
