import { passwordGrantSchema } from '@latchkey/core/contract'
import { noteFailure, noteSuccess } from '../../authentication/noteAttempt.ts'
import { checkPassword } from '../../authentication/password.ts'
import { proveNow } from '../../authentication/proof.ts'
import { settingsOf } from '../../authentication/settings.ts'
import { findUserByEmail } from '../../authentication/user.ts'
import { plainError } from '../apiError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { invitationOf } from './invitation.ts'
import { visitorOf } from './visitor.ts'

/** Email address and password. Unknown addresses and wrong passwords are refused alike. */
export const passwordGrant: Grant<'password'> = {
  schema: passwordGrantSchema,
  async run(environment, body) {
    const { client_id, email, password, invitation_token } = body
    if (!settingsOf(environment).password) {
      throw plainError(
        403,
        'email_password_auth_disabled',
        'Email and password authentication is disabled.',
      )
    }
    const user = findUserByEmail(environment, email)
    const right = await checkPassword(environment, user, password)
    const attempt = { type: 'password', visitor: visitorOf(body) } as const
    if (!user || !right) {
      const error = {
        code: 'invalid_credentials',
        message: `Invalid credentials for '${email}'.`,
      }
      noteFailure(environment, { ...attempt, user, email, error })
      throw plainError(400, error.code, error.message)
    }
    noteSuccess(environment, { ...attempt, user })
    const invitation = invitationOf(environment, { invitation_token, email: user.email })
    return conclude(environment, {
      proof: proveNow(environment, { user_id: user.id, method: 'Password' }),
      organizationId: null,
      invitationId: invitation?.id ?? null,
      client_id,
      ...visitorOf(body),
    })
  },
}
