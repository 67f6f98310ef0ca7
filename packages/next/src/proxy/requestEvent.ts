import { type RequestEvent, type SessionState, subjectOf } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import type { RequestKind } from '../http/requestKind.ts'
import type { Access } from './accessRules.ts'
import type { Decision } from './decide.ts'

/** What was decided, and all that it was decided by. */
interface Decided {
  readonly decision: Decision
  readonly access: Access
  readonly state: SessionState
  readonly kind: RequestKind
  readonly request: NextRequest
  /** Milliseconds. */
  readonly duration: number
}

/** Tells a decision in the stable words of the event sink. */
export function requestEvent(decided: Decided): RequestEvent {
  const { state, kind, request, duration } = decided
  return {
    name: 'request',
    ...verdict(decided),
    kind,
    method: request.method,
    path: request.nextUrl.pathname,
    subject: state.status === 'signed-in' ? subjectOf(state.claims) : undefined,
    duration,
  }
}

function verdict({
  decision,
  access,
  state,
  kind,
}: Decided): Pick<RequestEvent, 'decision' | 'reason' | 'requirement'> {
  const elsewhere = kind === 'document' ? 'redirected' : 'refused'
  switch (decision.kind) {
    case 'pass':
      return { decision: 'allowed', reason: access.kind === 'public' ? 'public' : 'signed-in' }
    case 'forbidden':
      return {
        decision: 'refused',
        reason: 'forbidden',
        requirement: decision.reasons.map(({ requirement }) => requirement).join(','),
      }
    case 'reauthenticate':
      return { decision: elsewhere, reason: 'reauthentication-required' }
    case 'sign-in':
      return { decision: elsewhere, reason: reasonOf(state) }
    case 'unavailable':
      return { decision: 'unavailable', reason: reasonOf(state) }
  }
}

/** Only what is not signed in is sent to sign in or told to wait. */
function reasonOf(state: SessionState): RequestEvent['reason'] {
  return state.status === 'signed-in' ? 'signed-in' : state.reason
}

/** The same for a browser's developer tools: how long the kit took, and what it decided. */
export function serverTiming({ decision, reason, duration }: RequestEvent): string {
  return `latchkey;dur=${duration.toFixed(1)};desc="${decision}: ${reason}"`
}
