import { refreshTokenGrantSchema } from '@latchkey/core/contract'
import { authenticateResult } from '../../authentication/authenticateResult.ts'
import { proofIn } from '../../authentication/proof.ts'
import { activeOrganizations, nextRequirement } from '../../authentication/requirement.ts'
import { sessionStatus } from '../../authentication/session.ts'
import { isoTime } from '../../clock.ts'
import type { Environment } from '../../environment.ts'
import type { UserRecord } from '../../store/records.ts'
import { rotateTokenPair } from '../../tokens/tokenPair.ts'
import { oauthError } from '../apiError.ts'
import type { GrantAttempt } from './conclude.ts'
import { continuationError, membershipMissing } from './continuation.ts'
import type { Grant } from './grant.ts'
import { visitorOf } from './visitor.ts'

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
    const attempt = {
      // Radar watches sign-ins, and this one is over.
      proof: { ...proofIn(session), radar: true },
      organizationId: organization_id,
      invitationId: null,
      client_id: session.client_id,
      ...visitorOf(body),
    }
    if (organization_id !== session.organization_id) requireAccess(environment, user, attempt)
    else if (organization_id !== null) requireMembership(environment, user, organization_id)
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

/** Whoever switches has to meet the new organization's policy. */
function requireAccess(environment: Environment, user: UserRecord, attempt: GrantAttempt): void {
  const requirement = nextRequirement(environment, { user, attempt })
  if (requirement.type === 'satisfied') return
  if (requirement.type === 'enroll-factor') {
    throw oauthError('mfa_enrollment', 'The user must enroll in MFA to finish authenticating.')
  }
  throw continuationError(environment, { requirement, user, attempt })
}

function requireMembership(
  environment: Environment,
  user: UserRecord,
  organizationId: string,
): void {
  const organizations = activeOrganizations(environment, user.id)
  if (!organizations.some(({ id }) => id === organizationId)) {
    throw membershipMissing(organizationId)
  }
}
