import { presentConnection } from '../api/connections.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord, InvitationRecord } from '../store/authenticationRecords.ts'
import type { Transition } from '../store/collection.ts'
import type { PasswordResetRecord } from '../store/records.ts'
import type { NewEvent } from './recordEvent.ts'

/** What became of an invitation. One that only has a new time was sent again. */
export function describeInvitation({ before, after }: Transition<InvitationRecord>): NewEvent[] {
  if (!after) return []
  const data = { object: 'invitation', ...after }
  if (!before) return [{ event: 'invitation.created', data }]
  if (before.state === after.state) return [{ event: 'invitation.resent', data }]
  if (after.state === 'accepted') return [{ event: 'invitation.accepted', data }]
  return after.state === 'revoked' ? [{ event: 'invitation.revoked', data }] : []
}

/** What became of a connection. */
export function describeConnection(
  environment: Environment,
  { before, after }: Transition<ConnectionRecord>,
): NewEvent[] {
  const data = {
    ...presentConnection(environment, after ?? before),
    external_key: (after ?? before).id,
  }
  if (!after) return [{ event: 'connection.deleted', data: { ...data, state: 'deleting' } }]
  const works = after.state === 'active'
  if (works === (before?.state === 'active')) return []
  return [{ event: works ? 'connection.activated' : 'connection.deactivated', data }]
}

/** What became of a password reset. */
export function describePasswordReset({
  before,
  after,
}: Transition<PasswordResetRecord>): NewEvent[] {
  if (!after || (before && (before.used || !after.used))) return []
  const event = before ? 'password_reset.succeeded' : 'password_reset.created'
  return [{ event, data: { object: 'password_reset', ...after } }]
}
