import type { SessionWire } from '@latchkey/core/contract'
import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { AuthenticationMethod, Proof } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { SessionRecord } from '../store/records.ts'

const day = 24 * 60 * 60 * 1000
const sessionLifetime = 30 * day
/** Milliseconds that somebody may act as somebody else. */
export const impersonationLifetime = 60 * 60 * 1000

/** What a session begins with. */
export type NewSession = Proof &
  Pick<
    SessionRecord,
    'organization_id' | 'client_id' | 'browser_session_id' | 'ip_address' | 'user_agent'
  >

/** Starts a session for somebody who has proved who they are. */
export function startSession({ store, clock }: Environment, begin: NewSession): SessionRecord {
  const now = clock.now()
  const { impersonator } = begin
  if (!impersonator) store.users.update(begin.user_id, { last_sign_in_at: isoTime(now) })
  return store.sessions.insert({
    id: newId('session', now),
    ...begin,
    expires_at: isoTime(
      impersonator ? begin.authenticated_at + impersonationLifetime : now + sessionLifetime,
    ),
    ended_at: null,
    created_at: isoTime(now),
    updated_at: isoTime(now),
  })
}

/** Ends a session, and with it the hosted pages' own session that it was started from. */
export function endSession({ store, clock }: Environment, session: SessionRecord): void {
  if (session.browser_session_id) store.browserSessions.delete(session.browser_session_id)
  if (session.ended_at) return
  const ended_at = isoTime(clock.now())
  store.sessions.update(session.id, { ended_at, updated_at: ended_at })
}

/** What has become of a session by now. */
export function sessionStatus(
  { clock }: Environment,
  session: SessionRecord,
): 'active' | 'expired' | 'revoked' {
  if (session.ended_at) return 'revoked'
  return Date.parse(session.expires_at) > clock.now() ? 'active' : 'expired'
}

/** A session as the API shows it. */
export function presentSession(environment: Environment, session: SessionRecord): SessionWire {
  const {
    client_id,
    method,
    authenticated_at,
    browser_session_id,
    organization_id,
    connection_id,
    mfa,
    radar,
    impersonator,
    ...shown
  } = session
  return {
    object: 'session',
    ...shown,
    ...(organization_id !== null && { organization_id }),
    ...(impersonator && { impersonator }),
    auth_method: sessionMethod(method),
    status: sessionStatus(environment, session),
  }
}

function sessionMethod(method: AuthenticationMethod): SessionWire['auth_method'] {
  switch (method) {
    case 'Password':
      return 'password'
    case 'MagicAuth':
      return 'magic_code'
    case 'SSO':
      return 'sso'
    case 'Passkey':
      return 'passkey'
    case 'Impersonation':
      return 'impersonation'
    default:
      return method.endsWith('OAuth') ? 'oauth' : 'unknown'
  }
}
