import type { Context } from '../../context.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { authenticateWithCode, type CodeGrant } from './authenticateWithCode.ts'
import { authenticateWithDeviceCode, type DeviceCodeGrant } from './authenticateWithDeviceCode.ts'
import {
  authenticateWithEmailVerification,
  type EmailVerificationGrant,
} from './authenticateWithEmailVerification.ts'
import { authenticateWithMagicAuth, type MagicAuthGrant } from './authenticateWithMagicAuth.ts'
import {
  authenticateWithOrganizationSelection,
  type OrganizationSelectionGrant,
} from './authenticateWithOrganizationSelection.ts'
import { authenticateWithPassword, type PasswordGrant } from './authenticateWithPassword.ts'
import {
  authenticateWithRadarEmailChallenge,
  type RadarEmailChallengeGrant,
} from './authenticateWithRadarEmailChallenge.ts'
import {
  authenticateWithRadarSmsChallenge,
  type RadarSmsChallengeGrant,
} from './authenticateWithRadarSmsChallenge.ts'
import {
  authenticateWithRefreshToken,
  type RefreshTokenGrant,
} from './authenticateWithRefreshToken.ts'
import { authenticateWithTotp, type TotpGrant } from './authenticateWithTotp.ts'

/** Every grant of WorkOS, bound to one environment. */
export interface BoundGrants {
  /** Redeems the code that the callback received. */
  authenticateWithCode(grant: CodeGrant): Promise<AuthenticationOutcome>
  /** Signs in with email address and password. */
  authenticateWithPassword(grant: PasswordGrant): Promise<AuthenticationOutcome>
  /** Signs in with the code of a Magic Auth mail; proves the address on the way. */
  authenticateWithMagicAuth(grant: MagicAuthGrant): Promise<AuthenticationOutcome>
  /** Proves an email address, and goes on with the sign-in that asked for it. */
  authenticateWithEmailVerification(grant: EmailVerificationGrant): Promise<AuthenticationOutcome>
  /** Proves a second factor, and goes on with the sign-in that asked for it. */
  authenticateWithTotp(grant: TotpGrant): Promise<AuthenticationOutcome>
  /** Goes on with a sign-in, in one of the person's organizations. */
  authenticateWithOrganizationSelection(
    grant: OrganizationSelectionGrant,
  ): Promise<AuthenticationOutcome>
  /** Exchanges a refresh token for the next pair of tokens. The old one is spent by this. */
  authenticateWithRefreshToken(grant: RefreshTokenGrant): Promise<AuthenticationOutcome>
  /** Answers Radar's challenge by email, and goes on with the sign-in that raised it. */
  authenticateWithRadarEmailChallenge(
    grant: RadarEmailChallengeGrant,
  ): Promise<AuthenticationOutcome>
  /** Answers Radar's challenge by SMS, and goes on with the sign-in that raised it. */
  authenticateWithRadarSmsChallenge(grant: RadarSmsChallengeGrant): Promise<AuthenticationOutcome>
  /** Asks once whether the device's owner has answered; `pending` while not. */
  authenticateWithDeviceCode(grant: DeviceCodeGrant): Promise<AuthenticationOutcome>
}

/** Binds the grants to an environment. */
export function bindGrants(context: Context): BoundGrants {
  const bind =
    <Grant>(grant: (context: Context, input: Grant) => Promise<AuthenticationOutcome>) =>
    (input: Grant) =>
      grant(context, input)
  return {
    authenticateWithCode: bind(authenticateWithCode),
    authenticateWithPassword: bind(authenticateWithPassword),
    authenticateWithMagicAuth: bind(authenticateWithMagicAuth),
    authenticateWithEmailVerification: bind(authenticateWithEmailVerification),
    authenticateWithTotp: bind(authenticateWithTotp),
    authenticateWithOrganizationSelection: bind(authenticateWithOrganizationSelection),
    authenticateWithRefreshToken: bind(authenticateWithRefreshToken),
    authenticateWithRadarEmailChallenge: bind(authenticateWithRadarEmailChallenge),
    authenticateWithRadarSmsChallenge: bind(authenticateWithRadarSmsChallenge),
    authenticateWithDeviceCode: bind(authenticateWithDeviceCode),
  }
}
