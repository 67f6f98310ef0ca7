import type { Context } from 'hono'
import { noteFailure, noteSuccess } from '../authentication/noteAttempt.ts'
import { type Assertion, isAllowedIn, saveProfile } from '../authentication/singleSignOn.ts'
import type { AppEnv } from '../environment.ts'
import type { ConnectionRecord, OAuthTokens } from '../store/authenticationRecords.ts'
import type { FlowRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { refuse } from './refuse.ts'
import { returnCode } from './returnToApplication.ts'
import { visitorOf } from './visitor.ts'

const codeLifetime = 10 * 60 * 1000

/** Ends a standalone sign-in: the application gets a code for the profile. */
export function finishSso(
  context: Context<AppEnv>,
  flow: FlowRecord,
  vouched: {
    connection: ConnectionRecord
    assertion: Assertion
    oauthTokens: OAuthTokens | null
  },
): Response {
  const { environment } = context.var
  const { store, clock } = environment
  const { connection, assertion, oauthTokens } = vouched
  const { target, client_id } = flow.request
  if (target.type !== 'sso') throw new Error('The visit was not begun for standalone SSO.')

  const { email } = assertion
  const type = connection.organization_id === null ? 'oauth' : 'sso'
  const attempted = {
    type,
    visitor: visitorOf(context),
    ...(type === 'sso' && { connection }),
  } as const
  if (!isAllowedIn(environment, { connection, email })) {
    const code = 'profile_not_allowed_outside_organization'
    const message = `The organization has not verified the domain of ${email}.`
    noteFailure(environment, { ...attempted, user: undefined, email, error: { code, message } })
    return refuse(context, flow, { error: code, error_description: message })
  }
  const profile = saveProfile(environment, { connection, assertion })
  noteSuccess(environment, { ...attempted, user: { id: null, email } })
  store.flows.delete(flow.id)
  const code = store.ssoCodes.insert({
    id: randomToken(),
    client_id,
    profile_id: profile.id,
    code_challenge: target.code_challenge,
    oauth_tokens: oauthTokens,
    expires_at: clock.now() + codeLifetime,
  })
  return returnCode(context, target, code.id)
}
