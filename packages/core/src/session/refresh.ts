import type { AuthenticationFailed, AuthenticationFailureCode } from '../authentication/failure.ts'
import { authenticateWithRefreshToken } from '../authentication/grants/authenticateWithRefreshToken.ts'
import type { AuthenticationOutcome } from '../authentication/outcome.ts'
import { subjectOf } from '../events/describe.ts'
import type { EventSubject } from '../events/event.ts'
import { publishEvent } from '../events/publish.ts'
import { decodeSessionClaims } from './claims.ts'
import type { Flights } from './flights.ts'
import { type ReadContext, toSignedIn } from './read.ts'
import { type Session, sealSession } from './seal.ts'
import type { SignedIn } from './state.ts'

/** What a refresh can end in. */
export type RefreshResult =
  /** The next session, sealed once, so that every response of the flight sets the same cookie. */
  | { readonly kind: 'refreshed'; readonly sealed: string; readonly session: SignedIn }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }

/** What refreshing needs beside reading. */
export interface RefreshContext extends ReadContext {
  readonly flights: Flights<RefreshResult>
}

/** What is refreshed: the sealed session, and the organization it shall belong to. */
export interface RefreshRequest {
  readonly session: Session
  /** WorkOS keeps the session's own organization where left out. */
  readonly organizationId: string | undefined
}

/** Milliseconds a request waits for its refresh; the flight goes on, for the next request. */
const PATIENCE = 1_800

/** Seconds to wait where WorkOS does not say. */
const RETRY_AFTER = 1

/** Milliseconds before the second and the third try, give or take half. */
const RETRY_DELAYS = [100, 300]

const NOT_ABOUT_THE_SESSION: ReadonlySet<AuthenticationFailureCode> = new Set([
  'unauthorized',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_request_parameters',
  'api_response_invalid',
])

/** Refreshes a session once, however many requests ask for it at the same time or shortly after. */
export async function refresh(
  context: RefreshContext,
  request: RefreshRequest,
): Promise<RefreshResult> {
  const key = `${request.session.refreshToken}\n${request.organizationId ?? ''}`
  const startedAt = performance.now()
  let leads = false
  const flight = context.flights.join(key, () => {
    leads = true
    return exchange(context, request)
  })
  const result = await patiently(flight)
  if (result.kind !== 'unavailable') context.flights.delivered(key)
  publishEvent(context, () => ({
    name: 'refresh',
    outcome: result.kind === 'refreshed' && !leads ? 'joined' : result.kind,
    subject: subjectOfToken(request.session.accessToken),
    duration: performance.now() - startedAt,
  }))
  return result
}

function subjectOfToken(accessToken: string): EventSubject | undefined {
  const claims = decodeSessionClaims(accessToken)
  return claims && subjectOf(claims)
}

/** Whether a result shall stay for late-comers: a transient failure shall be tried again. */
export function staysForLateComers(result: RefreshResult): boolean {
  return result.kind !== 'unavailable'
}

async function exchange(
  context: RefreshContext,
  { session, organizationId }: RefreshRequest,
): Promise<RefreshResult> {
  const outcome = await retrying(() =>
    authenticateWithRefreshToken(context, { refreshToken: session.refreshToken, organizationId }),
  )
  switch (outcome.status) {
    case 'authenticated':
      return land(context, session, outcome)
    case 'failed':
      return isAboutUs(outcome)
        ? { kind: 'unavailable', retryAfter: RETRY_AFTER }
        : { kind: 'rejected' }
    case 'unavailable':
      return { kind: 'unavailable', retryAfter: outcome.retryAfter ?? RETRY_AFTER }
    // A session that needs its person cannot go on silently.
    case 'email-verification':
    case 'mfa-enrollment':
    case 'mfa-challenge':
    case 'organization-selection':
    case 'sso-required':
    case 'authentication-methods-required':
    case 'radar-email-challenge':
    case 'radar-sms-challenge':
    case 'passkey-enrollment':
    case 'consent-required':
    case 'pending':
      return { kind: 'rejected' }
  }
}

/**
 * Tries again at once when WorkOS did not answer: the token may be spent already, and within
 * WorkOS's replay window the same token brings the same pair. Waits where WorkOS asks to.
 */
async function retrying(
  attempt: () => Promise<AuthenticationOutcome>,
): Promise<AuthenticationOutcome> {
  for (const delay of RETRY_DELAYS) {
    const outcome = await attempt()
    if (outcome.status !== 'unavailable' || outcome.retryAfter !== undefined) return outcome
    await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())))
  }
  return attempt()
}

/** A refusal of this product's credentials or request says nothing about anybody's session. */
function isAboutUs({ code, rawCode }: AuthenticationFailed): boolean {
  return NOT_ABOUT_THE_SESSION.has(code) || rawCode.startsWith('http_')
}

async function land(
  context: RefreshContext,
  previous: Session,
  outcome: Extract<AuthenticationOutcome, { status: 'authenticated' }>,
): Promise<RefreshResult> {
  const next: Session = {
    ...(previous.authenticationMethod && { authenticationMethod: previous.authenticationMethod }),
    ...outcome.session,
  }
  const claims = decodeSessionClaims(next.accessToken)
  if (!claims || claims.userId !== next.user.id || next.user.id !== previous.user.id) {
    return { kind: 'rejected' }
  }
  const sealed = await sealSession(context.config, next)
  const session = toSignedIn(next, claims)
  context.memory.remember(sealed, session)
  return { kind: 'refreshed', sealed, session }
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
