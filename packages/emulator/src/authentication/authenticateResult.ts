import type { AuthenticateResultWire } from '@latchkey/core/contract'
import type { Environment } from '../environment.ts'
import type { SessionRecord } from '../store/records.ts'
import type { TokenPair } from '../tokens/tokenPair.ts'
import { presentUser } from './user.ts'

/** What a grant answers when it succeeds. */
export function authenticateResult(
  { store }: Environment,
  options: { session: SessionRecord; pair: TokenPair },
): AuthenticateResultWire {
  const { session, pair } = options
  const user = store.users.get(session.user_id)
  if (!user) throw new Error(`Session ${session.id} belongs to nobody.`)
  return {
    user: presentUser(user),
    ...(session.organization_id !== null && { organization_id: session.organization_id }),
    ...pair,
    authentication_method: session.method,
    ...(session.impersonator && { impersonator: session.impersonator }),
  }
}
