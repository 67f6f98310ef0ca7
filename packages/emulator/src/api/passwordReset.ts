import { type PasswordResetWire, passwordReset } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { minimumPasswordLength } from '../authentication/password.ts'
import {
  confirmPasswordReset,
  findPasswordReset,
  passwordResetLink,
  sendPasswordReset,
} from '../authentication/passwordReset.ts'
import { settingsOf } from '../authentication/settings.ts'
import { findUserByEmail, presentUser } from '../authentication/user.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { PasswordResetRecord } from '../store/records.ts'
import { ApiError, notFoundError, plainError } from './apiError.ts'
import { originOf } from './origin.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Password resets: make one, read it, and choose a new password with it. */
export function servePasswordReset(app: Hono<AppEnv>): void {
  serve(app, passwordReset.create, ({ environment, body, context }) => {
    requirePasswords(environment)
    const user = findUserByEmail(environment, body.email)
    if (!user) throw notFoundError('User', body.email)
    const origin = originOf(context)
    return present(sendPasswordReset(environment, { user, flowId: null, origin }), origin)
  })

  serve(app, passwordReset.confirm, async ({ environment, body }) => {
    requirePasswords(environment)
    const reset = findPasswordReset(environment, body.token)
    if (!reset) throw new ApiError(404, { message: 'Password reset not found.' })
    if (body.new_password.length < minimumPasswordLength) {
      throw plainError(400, 'password_reset_error', 'Validation failed.', {
        errors: [
          {
            code: 'password_too_short',
            message: `Password must be at least ${minimumPasswordLength} characters long.`,
          },
        ],
      })
    }
    await confirmPasswordReset(environment, { reset, password: body.new_password })
    return { user: presentUser(requireUser(environment, reset.user_id)) }
  })

  serve(app, passwordReset.get, ({ environment, params, context }) => {
    const reset = requireRecord(environment.store.passwordResets, {
      kind: 'Password reset',
      id: params.id,
    })
    return present(reset, originOf(context))
  })
}

function requirePasswords(environment: Environment): void {
  if (settingsOf(environment).password) return
  throw plainError(403, 'email_password_auth_disabled', 'Request could not be processed.')
}

const present = (
  { token, flow_id, used, ...shown }: PasswordResetRecord,
  origin: string,
): PasswordResetWire => ({
  object: 'password_reset',
  ...shown,
  password_reset_token: token,
  password_reset_url: passwordResetLink(origin, token),
})
