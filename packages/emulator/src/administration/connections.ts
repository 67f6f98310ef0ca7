import { isoTime, recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'

/** Makes an SSO connection, which WorkOS leaves to its dashboard and its portal. */
export const makeConnection = (
  { store, clock }: Environment,
  wish: { organizationId: string; name: string; type: string; state: ConnectionRecord['state'] },
): ConnectionRecord =>
  store.connections.insert({
    id: newId('connection', clock.now()),
    organization_id: wish.organizationId,
    connection_type: wish.type,
    name: wish.name,
    state: wish.state,
    ...recordedNow(clock),
  })

/** Switches a connection on or off. */
export const setConnectionState = (
  { store, clock }: Environment,
  id: string,
  state: ConnectionRecord['state'],
): ConnectionRecord => store.connections.update(id, { state, updated_at: isoTime(clock.now()) })
