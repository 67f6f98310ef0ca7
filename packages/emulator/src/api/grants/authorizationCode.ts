import { codeGrantSchema } from '@latchkey/core/contract'
import { proofIn } from '../../authentication/proof.ts'
import { oauthError, plainError } from '../apiError.ts'
import { challengeOf } from '../pkce.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { invitationOf } from './invitation.ts'
import { finishPending, resume } from './pendingAuthentication.ts'

/** Redeems a code once, for whoever holds its PKCE verifier (RFC 7636) or the client's secret. */
export const authorizationCodeGrant: Grant<'authorization_code'> = {
  schema: codeGrantSchema,
  async run(environment, body) {
    const { store, clock } = environment
    const code = store.authorizationCodes.get(body.code)
    const invalid = () =>
      oauthError('invalid_grant', `The code '${body.code}' has expired or is invalid.`)

    if (!code || code.client_id !== body.client_id || code.expires_at <= clock.now()) {
      throw invalid()
    }
    if (body.code_verifier === undefined) {
      if (code.code_challenge !== null || body.client_secret === undefined) {
        throw oauthError('invalid_request', 'code_verifier is required.')
      }
    } else {
      if (code.code_challenge === null) {
        throw plainError(
          400,
          'code_challenge_not_found',
          'A code_verifier was sent for a sign-in that began without a code_challenge.',
        )
      }
      if (challengeOf(body.code_verifier) !== code.code_challenge) throw invalid()
    }
    store.authorizationCodes.delete(code.id)
    const user = store.users.get(code.user_id)
    if (!user) throw invalid()

    const { client_id, invitation_token, pending_authentication_token } = body
    const invitation = invitationOf(environment, { invitation_token, email: user.email })
    if (pending_authentication_token !== undefined) {
      const { pending } = resume(environment, { client_id, pending_authentication_token })
      if (pending.user_id !== user.id) {
        throw plainError(400, 'user_mismatch', 'The sign-in that this one completes is another’s.')
      }
      finishPending(environment, pending)
    }
    return conclude(environment, {
      proof: proofIn(code),
      organizationId: invitation?.organization_id ?? code.organization_id,
      invitationId: invitation?.id ?? null,
      client_id: code.client_id,
      ip_address: body.ip_address ?? code.ip_address,
      user_agent: body.user_agent ?? code.user_agent,
      browser_session_id: code.browser_session_id,
      oauth_tokens: code.oauth_tokens,
    })
  },
}
