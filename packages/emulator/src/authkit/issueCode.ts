import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { OAuthTokens, Proof } from '../store/authenticationRecords.ts'
import { randomToken } from '../store/secret.ts'
import { visitorOf } from './visitor.ts'

/** WorkOS does not say how long; as long as other codes. */
const codeLifetime = 10 * 60 * 1000

/** Makes a code that the application exchanges for a session, once. */
export function issueCode(
  context: Context<AppEnv>,
  grant: {
    proof: Proof
    browserSessionId: string
    clientId: string
    organizationId: string | null
    codeChallenge: string | null
    oauthTokens: OAuthTokens | null
  },
): string {
  const { store, clock } = context.var.environment
  return store.authorizationCodes.insert({
    id: randomToken(),
    ...grant.proof,
    client_id: grant.clientId,
    organization_id: grant.organizationId,
    browser_session_id: grant.browserSessionId,
    code_challenge: grant.codeChallenge,
    oauth_tokens: grant.oauthTokens,
    ...visitorOf(context),
    expires_at: clock.now() + codeLifetime,
  }).id
}
