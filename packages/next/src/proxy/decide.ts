import { type AccessReason, checkAccess, type SessionState } from '@latchkey/core'
import { strictestAge } from '../strictestAge.ts'
import type { Access } from './accessRules.ts'

/** How a request is answered, before anything is made of it. */
export type Decision =
  | { readonly kind: 'pass' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'forbidden'; readonly reasons: readonly AccessReason[] }
  /** Prove it again, no longer than so many seconds ago. */
  | { readonly kind: 'reauthenticate'; readonly maxAge: number }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }

/** A decision against the request. */
export type Refusal = Exclude<Decision, { kind: 'pass' }>

/**
 * The rules: what is public passes; the rest needs a session that has all that is required. An
 * outage sends nobody anywhere.
 */
export function decide({
  access,
  state,
  now,
}: {
  access: Access
  state: SessionState
  /** Milliseconds since the epoch. */
  now: number
}): Decision {
  if (access.kind === 'public') return { kind: 'pass' }
  if (state.status === 'unavailable') return { kind: 'unavailable', retryAfter: state.retryAfter }
  if (state.status === 'signed-out') return { kind: 'sign-in' }
  const decisions = access.requirements.map((requirement) =>
    checkAccess(state.claims, requirement, { now }),
  )
  const reasons = decisions.flatMap((decision) =>
    decision.status === 'ok' ? [] : decision.reasons,
  )
  if (decisions.every(({ status }) => status === 'ok')) return { kind: 'pass' }
  if (decisions.some(({ status }) => status === 'forbidden')) return { kind: 'forbidden', reasons }
  return { kind: 'reauthenticate', maxAge: strictestAge(reasons) }
}
