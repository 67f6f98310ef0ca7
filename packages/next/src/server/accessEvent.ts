import { type AccessEvent, subjectOf } from '@latchkey/core'
import type { Access } from './accessOf.ts'
import type { AuthState } from './auth.ts'
import type { Credential } from './credential.ts'

/** What was decided, and all that it was decided by. */
interface Decided {
  readonly by: AccessEvent['by']
  readonly state: AuthState<unknown, Credential>
  readonly access: Access
  readonly path: string | undefined
}

/** Tells a decision of the product's own code in the stable words of the event sink. */
export function accessEvent({ by, state, access, path }: Decided): AccessEvent {
  const known = state.status === 'signed-in' || state.status === 'bearer'
  return {
    name: 'access',
    by,
    ...verdict({ by, state, access }),
    path,
    subject: known ? subjectOf(state.claims) : undefined,
  }
}

function verdict({
  by,
  state,
  access,
}: Omit<Decided, 'path'>): Pick<AccessEvent, 'decision' | 'reason' | 'requirement'> {
  const elsewhere = by === 'requireAuth' ? 'redirected' : 'refused'
  if (state.status === 'unavailable') return { decision: 'unavailable', reason: state.reason }
  if (state.status === 'signed-out') return { decision: elsewhere, reason: state.reason }
  switch (access.status) {
    case 'forbidden':
      return {
        decision: 'refused',
        reason: 'forbidden',
        requirement: access.reasons.map(({ requirement }) => requirement).join(','),
      }
    case 'reauthenticate':
      return { decision: elsewhere, reason: 'reauthentication-required' }
    default:
      return { decision: 'allowed', reason: state.status }
  }
}
