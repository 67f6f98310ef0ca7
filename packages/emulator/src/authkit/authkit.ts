import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveAuthorize } from './authorize.ts'
import { serveAuthorizeSso } from './authorizeSso.ts'
import { serveDevice } from './device.tsx'
import { serveForgotPassword } from './forgotPassword.tsx'
import { serveIdentityProvider } from './identityProvider.tsx'
import { serveImpersonation } from './impersonation.tsx'
import { serveInvitation } from './invitation.tsx'
import { serveLogout } from './logout.ts'
import { serveMagicCode } from './magicCode.tsx'
import { serveMethodChoice } from './methodChoice.tsx'
import { serveMfa } from './mfa.tsx'
import { serveMfaSetup } from './mfaSetup.tsx'
import { serveOrganizationChoice } from './organization.tsx'
import { servePassword } from './password.tsx'
import { serveRadar } from './radar.tsx'
import { serveResetPassword } from './resetPassword.tsx'
import { serveSignIn } from './signIn.tsx'
import { serveSignUp } from './signUp.tsx'
import { serveSocialProvider } from './socialProvider.tsx'
import { serveSsoLogout } from './ssoLogout.ts'
import { serveVerifyEmail } from './verifyEmail.tsx'

/** The hosted pages, and the two addresses that lead in and out of them. */
export function serveAuthkit(app: Hono<AppEnv>): void {
  serveAuthorize(app)
  serveAuthorizeSso(app)
  serveLogout(app)
  serveSsoLogout(app)
  serveSignIn(app)
  servePassword(app)
  serveMagicCode(app)
  serveMethodChoice(app)
  serveIdentityProvider(app)
  serveSocialProvider(app)
  serveSignUp(app)
  serveRadar(app)
  serveVerifyEmail(app)
  serveMfaSetup(app)
  serveMfa(app)
  serveOrganizationChoice(app)
  serveInvitation(app)
  serveForgotPassword(app)
  serveResetPassword(app)
  serveDevice(app)
  serveImpersonation(app)
}
