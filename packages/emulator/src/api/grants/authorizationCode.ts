import { createHash } from 'node:crypto'
import { codeGrantSchema } from '@latchkey/core/contract'
import { authenticateResult } from '../../authentication/authenticateResult.ts'
import { startSession } from '../../authentication/session.ts'
import { issueTokenPair } from '../../tokens/tokenPair.ts'
import { oauthError, plainError } from '../apiError.ts'
import type { Grant } from './grant.ts'

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
    if (!store.users.get(code.user_id)) throw invalid()

    const session = startSession(environment, {
      user_id: code.user_id,
      organization_id: code.organization_id,
      client_id: code.client_id,
      method: code.method,
      authenticated_at: code.authenticated_at,
      browser_session_id: code.browser_session_id,
      ip_address: body.ip_address ?? code.ip_address,
      user_agent: body.user_agent ?? code.user_agent,
    })
    const pair = await issueTokenPair(environment, session)
    return authenticateResult(environment, { session, pair })
  },
}

const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')
