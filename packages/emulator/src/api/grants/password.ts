import { passwordGrantSchema } from '@latchkey/core/contract'
import { verifyPassword } from '../../authentication/password.ts'
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
    const right = await verifyPassword(user?.password, password)
    if (!user || !right) {
      throw plainError(400, 'invalid_credentials', `Invalid credentials for '${email}'.`)
    }
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
