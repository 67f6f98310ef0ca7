import type { AuthenticateResultWire } from '@latchkey/core/contract'
import { authenticateResult } from '../../authentication/authenticateResult.ts'
import { acceptInvitation } from '../../authentication/invitation.ts'
import { type Attempt, nextRequirement } from '../../authentication/requirement.ts'
import { startSession } from '../../authentication/session.ts'
import type { Environment } from '../../environment.ts'
import type { OAuthTokens } from '../../store/authenticationRecords.ts'
import { issueTokenPair } from '../../tokens/tokenPair.ts'
import { oauthError } from '../apiError.ts'
import { continuationError } from './continuation.ts'

/** A grant whose own proof was right. */
export type GrantAttempt = Attempt & {
  client_id: string
  /** Who asks, as the application tells it. */
  ip_address: string | null
  user_agent: string | null
  /** The hosted pages' session it came from. */
  browser_session_id?: string | null
  oauth_tokens?: OAuthTokens | null
}

/** Ends a grant: in a session, or in the error that says what comes first. */
export async function conclude(
  environment: Environment,
  attempt: GrantAttempt,
): Promise<AuthenticateResultWire> {
  const user = environment.store.users.get(attempt.proof.user_id)
  if (!user) throw oauthError('invalid_grant', 'The user no longer exists.')

  const requirement = nextRequirement(environment, { user, attempt })
  if (requirement.type !== 'satisfied') {
    throw continuationError(environment, { requirement, user, attempt })
  }
  const { invitation, organizationId } = requirement
  if (invitation) acceptInvitation(environment, { invitation, user })
  const session = startSession(environment, {
    ...attempt.proof,
    organization_id: organizationId,
    client_id: attempt.client_id,
    browser_session_id: attempt.browser_session_id ?? null,
    ip_address: attempt.ip_address,
    user_agent: attempt.user_agent,
  })
  const pair = await issueTokenPair(environment, session)
  return {
    ...authenticateResult(environment, { session, pair }),
    ...(attempt.oauth_tokens && { oauth_tokens: attempt.oauth_tokens }),
  }
}
