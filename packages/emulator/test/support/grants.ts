import { totpCode } from '../../src/authentication/totp.ts'
import { defaultSeed, type Emulator } from '../../src/index.ts'
import { type Answer, authenticate, call } from './api.ts'
import { password } from './signIn.ts'

/** WorkOS's names of its own grants. */
export const grantTypes = {
  magicAuth: 'urn:workos:oauth:grant-type:magic-auth:code',
  emailVerification: 'urn:workos:oauth:grant-type:email-verification:code',
  radarEmail: 'urn:workos:oauth:grant-type:radar-email-challenge:code',
  radarSms: 'urn:workos:oauth:grant-type:radar-sms-challenge:code',
  totp: 'urn:workos:oauth:grant-type:mfa-totp',
  organizationSelection: 'urn:workos:oauth:grant-type:organization-selection',
  device: 'urn:ietf:params:oauth:grant-type:device_code',
} as const

/** Signs in with the default seed's password. */
export const withPassword = (
  emulator: Emulator,
  email: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => authenticate(emulator, { grant_type: 'password', email, password, ...more })

/** Makes a Magic Auth code. */
export const makeCode = (
  emulator: Emulator,
  email: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  call(emulator, 'POST', '/user_management/magic_auth', { body: { email, ...more } })

/** Signs in with a Magic Auth code. */
export const withCode = (
  emulator: Emulator,
  email: string,
  code: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  authenticate(emulator, { grant_type: grantTypes.magicAuth, email, code, ...more })

/** The authenticator that Mina of the default seed has. */
export const minasSecret =
  defaultSeed.users?.find(({ email }) => email.startsWith('mina'))?.factors?.[0]?.secret ?? ''

/** What an authenticator shows now, by the emulator's clock. */
export const codeNow = (emulator: Emulator, secret: string, steps = 0): string =>
  totpCode(secret, emulator.clock.now() + steps * 30_000)
