import { refreshTokenGrantSchema } from '@latchkey/core/contract'
import { authenticateResult } from '../../authentication/authenticateResult.ts'
import { activeOrganizations } from '../../authentication/requirement.ts'
import { sessionStatus } from '../../authentication/session.ts'
import { isoTime } from '../../clock.ts'
import { rotateTokenPair } from '../../tokens/tokenPair.ts'
import { oauthError } from '../apiError.ts'
import type { Grant } from './grant.ts'

/** Exchanges a refresh token for the next pair, and switches the organization when asked to. */
export const refreshTokenGrant: Grant<'refresh_token'> = {
  schema: refreshTokenGrantSchema,
  async run(environment, body) {
    const { store, clock } = environment
    const refreshToken = store.refreshTokens.get(body.refresh_token)
    const session = refreshToken && store.sessions.get(refreshToken.session_id)
    if (!session || session.client_id !== body.client_id) {
      throw oauthError('invalid_grant', 'Invalid refresh token.')
    }
    if (sessionStatus(environment, session) !== 'active') {
      throw oauthError('invalid_grant', 'Session has already ended.')
    }
    const user = store.users.get(session.user_id)
    if (!user) throw oauthError('invalid_grant', 'Invalid refresh token.')

    const organization_id = body.organization_id ?? session.organization_id
    if (
      organization_id !== null &&
      !activeOrganizations(environment, user.id).some(({ id }) => id === organization_id)
    ) {
      throw oauthError(
        'organization_membership_not_found',
        `The user is not a member of the organization '${organization_id}'.`,
      )
    }
    const pair = await rotateTokenPair(environment, {
      refreshToken,
      session: { ...session, organization_id },
    })
    if (pair === 'already-exchanged') {
      throw oauthError('invalid_grant', 'Refresh token already exchanged.')
    }
    const current = store.sessions.update(session.id, {
      organization_id,
      updated_at: isoTime(clock.now()),
    })
    return authenticateResult(environment, { session: current, pair })
  },
}
