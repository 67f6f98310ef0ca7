import type { Environment } from '../environment.ts'
import { recordAuthentication } from '../events/recordAuthentication.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord } from '../store/records.ts'
import { throughSso, type Visitor } from './noteAttempt.ts'

/** How long an identity provider may take to answer. */
const lifetime = 5 * 60 * 1000

/** Notes that a visit has come to an identity provider; reading its page again changes nothing. */
export function beginSsoSession(
  environment: Environment,
  begun: { flow: FlowRecord; connection: ConnectionRecord; visitor: Visitor },
): void {
  const { store, clock } = environment
  const { flow, connection, visitor } = begun
  const { id, email } = flow
  if (store.ssoSessions.get(id)?.connection_id === connection.id) return
  store.ssoSessions.delete(id)
  store.ssoSessions.insert({
    id,
    connection_id: connection.id,
    email,
    ...visitor,
    expires_at: clock.now() + lifetime,
  })
  const person = { user_id: null, email }
  const sso = throughSso(connection)
  recordAuthentication(environment, 'sso_started', { ...person, ...visitor, ...sso })
}

/** Notes that the identity provider has answered. */
export function endSsoSession({ store }: Environment, { id }: FlowRecord): void {
  store.ssoSessions.delete(id)
}

/** Gives up on identity providers that have not answered in time. */
export function timeOutSsoSessions(environment: Environment): void {
  const { store, clock } = environment
  const late = store.ssoSessions.filter(({ expires_at }) => expires_at <= clock.now())
  for (const { id, connection_id, email, ip_address, user_agent } of late) {
    store.ssoSessions.delete(id)
    recordAuthentication(environment, 'sso_timed_out', {
      user_id: null,
      email,
      ip_address,
      user_agent,
      error: { code: 'sso_timed_out', message: 'The identity provider did not answer in time.' },
      ...throughSso(store.connections.get(connection_id)),
    })
  }
}
