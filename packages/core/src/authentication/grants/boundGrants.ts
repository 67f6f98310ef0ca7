import type { Context } from '../../context.ts'
import { authenticateWithCode } from './authenticateWithCode.ts'
import { authenticateWithDeviceCode } from './authenticateWithDeviceCode.ts'
import { authenticateWithEmailVerification } from './authenticateWithEmailVerification.ts'
import { authenticateWithMagicAuth } from './authenticateWithMagicAuth.ts'
import { authenticateWithOrganizationSelection } from './authenticateWithOrganizationSelection.ts'
import { authenticateWithPassword } from './authenticateWithPassword.ts'
import { authenticateWithRadarEmailChallenge } from './authenticateWithRadarEmailChallenge.ts'
import { authenticateWithRadarSmsChallenge } from './authenticateWithRadarSmsChallenge.ts'
import { authenticateWithRefreshToken } from './authenticateWithRefreshToken.ts'
import { authenticateWithTotp } from './authenticateWithTotp.ts'

/** Every grant of WorkOS, bound to one environment. Each ends in an `AuthenticationOutcome`. */
export type BoundGrants = Readonly<ReturnType<typeof bindGrants>>

/** Binds the grants to an environment. */
export function bindGrants(context: Context) {
  const bind =
    <Grant, Outcome>(grant: (context: Context, input: Grant) => Outcome) =>
    (input: Grant): Outcome =>
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
