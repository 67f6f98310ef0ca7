import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveAuthorize } from './authorize.ts'
import { serveForgotPassword } from './forgotPassword.tsx'
import { serveLogout } from './logout.ts'
import { serveOrganizationChoice } from './organization.tsx'
import { servePassword } from './password.tsx'
import { serveResetPassword } from './resetPassword.tsx'
import { serveSignIn } from './signIn.tsx'
import { serveSignUp } from './signUp.tsx'
import { serveVerifyEmail } from './verifyEmail.tsx'

/** The hosted pages, and the two addresses that lead in and out of them. */
export function serveAuthkit(app: Hono<AppEnv>): void {
  serveAuthorize(app)
  serveLogout(app)
  serveSignIn(app)
  servePassword(app)
  serveSignUp(app)
  serveVerifyEmail(app)
  serveOrganizationChoice(app)
  serveForgotPassword(app)
  serveResetPassword(app)
}
