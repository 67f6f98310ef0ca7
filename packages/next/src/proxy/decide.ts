import type { SessionState } from '@latchkey/core'
import type { RequestKind } from '../http/requestKind.ts'

/** How a request is answered, before anything is made of it. */
export type Decision =
  | { readonly kind: 'pass' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }

/**
 * The rules: what is public passes; the rest needs a session. Only documents are sent to sign in,
 * and an outage sends nobody anywhere.
 */
export function decide({
  access,
  kind,
  state,
}: {
  access: 'public' | 'protected'
  kind: RequestKind
  state: SessionState
}): Decision {
  if (access === 'public' || state.status === 'signed-in') return { kind: 'pass' }
  if (state.status === 'unavailable') return { kind: 'unavailable', retryAfter: state.retryAfter }
  return kind === 'document' ? { kind: 'sign-in' } : { kind: 'unauthenticated' }
}
