import { subjectOf } from '../events/describe.ts'
import type { EventSubject } from '../events/event.ts'
import { publishEvent } from '../events/publish.ts'
import { decodeSessionClaims } from './claims.ts'
import { type CoordinationContext, exchangeOnce } from './coordination.ts'
import { RETRY_AFTER, type RefreshRequest, type RefreshResult } from './exchange.ts'
import type { Flights } from './flights.ts'
import { PATIENCE } from './retention.ts'

/** What refreshing needs beside reading. */
export interface RefreshContext extends CoordinationContext {
  readonly flights: Flights<RefreshResult>
}

/** What a refresh ends in that switches nothing. */
export type ContinuedResult = Exclude<RefreshResult, { kind: 'refused' }>

/** Refreshes a session once, however many requests ask for it at the same time or shortly after. */
export async function refresh(
  context: RefreshContext,
  request: RefreshRequest,
): Promise<ContinuedResult> {
  const { result } = await join(context, request)
  // That was about an organization that another request asked for.
  return result.kind === 'refused' ? refresh(context, request) : result
}

/** Refreshes a session into another organization; what comes of it may be for yet another. */
export async function refreshInto(
  context: RefreshContext,
  request: RefreshRequest,
): Promise<RefreshResult> {
  const { result, leads } = await join(context, { ...request, switching: true })
  // Whoever joined may have been told about an organization that the leader asked for.
  return result.kind === 'refused' && !leads ? refreshInto(context, request) : result
}

/** Two flights never carry one refresh token, whatever organization they are for. */
async function join(
  context: RefreshContext,
  request: RefreshRequest,
): Promise<{ readonly result: RefreshResult; readonly leads: boolean }> {
  const key = request.session.refreshToken
  const startedAt = performance.now()
  let leads = false
  const flight = context.flights.join(key, () => {
    leads = true
    return exchangeOnce(context, request)
  })
  const result = await patiently(flight)
  if (result.kind !== 'unavailable') context.flights.delivered(key)
  const joined = result.kind === 'refreshed' && !(leads && result.by === 'this-process')
  publishEvent(context, () => ({
    name: 'refresh',
    outcome: joined ? 'joined' : result.kind,
    subject: subjectOfToken(request.session.accessToken),
    duration: performance.now() - startedAt,
  }))
  return { result, leads }
}

function subjectOfToken(accessToken: string): EventSubject | undefined {
  const claims = decodeSessionClaims(accessToken)
  return claims && subjectOf(claims)
}

/** Whether a result shall stay for late-comers: a transient failure shall be tried again. */
export function staysForLateComers(result: RefreshResult): boolean {
  return result.kind === 'refreshed' || result.kind === 'rejected'
}

function patiently(flight: Promise<RefreshResult>): Promise<RefreshResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ kind: 'unavailable', retryAfter: RETRY_AFTER }),
      PATIENCE,
    )
    flight.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
