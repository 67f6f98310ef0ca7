import { proofIn } from '../../authentication/proof.ts'
import type { Attempt } from '../../authentication/requirement.ts'
import type { Environment } from '../../environment.ts'
import type { PendingAuthenticationRecord } from '../../store/authenticationRecords.ts'
import type { UserRecord } from '../../store/records.ts'
import { randomToken } from '../../store/secret.ts'
import { plainError } from '../apiError.ts'

/** WorkOS does not say how long; long enough to find one's telephone. */
const lifetime = 30 * 60 * 1000

/** Keeps an attempt for its next step. The token goes on with it; another one than before. */
export function suspend(
  { store, clock }: Environment,
  attempt: Attempt & { client_id: string },
): string {
  return store.pendingAuthentications.insert({
    id: randomToken(),
    ...attempt.proof,
    client_id: attempt.client_id,
    organization_id: attempt.organizationId,
    invitation_id: attempt.invitationId,
    expires_at: clock.now() + lifetime,
  }).id
}

/** A kept attempt and whose it is. */
export type Resumed = { pending: PendingAuthenticationRecord; user: UserRecord; attempt: Attempt }

/** The attempt that a token goes on with. It stays good until `finishPending`. */
export function resume(
  { store, clock }: Environment,
  body: { pending_authentication_token: string; client_id: string },
): Resumed {
  const pending = store.pendingAuthentications.get(body.pending_authentication_token)
  const user = pending && store.users.get(pending.user_id)
  if (!user || pending.client_id !== body.client_id || pending.expires_at <= clock.now()) {
    throw plainError(
      400,
      'invalid_pending_authentication_token',
      'The pending authentication token is invalid or has expired.',
    )
  }
  const attempt = {
    proof: proofIn(pending),
    organizationId: pending.organization_id,
    invitationId: pending.invitation_id,
  }
  return { pending, user, attempt }
}

/** Uses a token up: its step was taken. */
export const finishPending = (
  { store }: Environment,
  { id }: PendingAuthenticationRecord,
): void => {
  store.pendingAuthentications.delete(id)
}
