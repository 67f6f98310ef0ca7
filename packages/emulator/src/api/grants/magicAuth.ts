import { magicAuthGrantSchema } from '@latchkey/core/contract'
import { redeemMagicAuth } from '../../authentication/magicAuth.ts'
import { noteCode } from '../../authentication/noteCode.ts'
import { proveNow } from '../../authentication/proof.ts'
import { settingsOf } from '../../authentication/settings.ts'
import { findUserByEmail } from '../../authentication/user.ts'
import { plainError } from '../apiError.ts'
import { codeError } from './codeError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { invitationOf } from './invitation.ts'
import { visitorOf } from './visitor.ts'

/** The code of a Magic Auth email. */
export const magicAuthGrant: Grant<'urn:workos:oauth:grant-type:magic-auth:code'> = {
  schema: magicAuthGrantSchema,
  async run(environment, body) {
    const { client_id, email, code, invitation_token } = body
    if (!settingsOf(environment).magic_auth) {
      throw plainError(
        403,
        'authentication_method_not_allowed',
        'Magic Auth is not an allowed authentication method.',
      )
    }
    const user = findUserByEmail(environment, email)
    if (!user) throw codeError('incorrect', { email })
    const invitation = invitationOf(environment, { invitation_token, email: user.email })
    const outcome = redeemMagicAuth(environment, { user, code })
    noteCode(environment, { type: 'magic_auth', visitor: visitorOf(body), user, outcome })
    if (outcome !== 'right') throw codeError(outcome, { email })
    return conclude(environment, {
      proof: proveNow(environment, { user_id: user.id, method: 'MagicAuth' }),
      organizationId: null,
      invitationId: invitation?.id ?? null,
      client_id,
      ...visitorOf(body),
    })
  },
}
