import type { AuthenticationFailed, AuthenticationFailureCode } from '../authentication/failure.ts'
import { authenticateWithRefreshToken } from '../authentication/grants/authenticateWithRefreshToken.ts'
import type { NextStep } from '../authentication/nextStep.ts'
import type { AuthenticationOutcome } from '../authentication/outcome.ts'
import { decodeSessionClaims } from './claims.ts'
import { type ReadContext, toSignedIn } from './read.ts'
import { openSession, type Session, sealSession } from './seal.ts'
import type { SignedIn } from './state.ts'

/** What a refresh can end in. */
export type RefreshResult =
  /** The next session, sealed once, so that every response to it sets the same cookie. */
  | {
      readonly kind: 'refreshed'
      readonly sealed: string
      readonly session: SignedIn
      /** Who asked WorkOS. */
      readonly by: 'this-process' | 'another'
    }
  | { readonly kind: 'rejected' }
  /** WorkOS does not let the session into another organization; it goes on where it is. */
  | { readonly kind: 'refused'; readonly outcome: NextStep | AuthenticationFailed }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }

/** What is refreshed: the sealed session, and the organization that its token is for. */
export interface RefreshRequest {
  /** Whether it is an organization that the session does not belong to yet. */
  readonly switching?: boolean
  readonly session: Session
  /** WorkOS keeps the session's own organization where left out. */
  readonly organizationId: string | undefined
}

/** Seconds to wait where WorkOS does not say. */
export const RETRY_AFTER = 1

/** Milliseconds before the second and the third try, give or take half. */
const RETRY_DELAYS = [100, 300]

/**
 * Milliseconds after which no other try begins. The last one has ten seconds more, so that all of
 * them reach WorkOS within the 30 s for which a spent token brings the same pair again.
 */
const LAST_TRY = 15_000

const NOT_ABOUT_THE_SESSION: ReadonlySet<AuthenticationFailureCode> = new Set([
  'unauthorized',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_request_parameters',
  'api_response_invalid',
])

/** Exchanges the refresh token of a session at WorkOS. */
export async function exchange(
  context: ReadContext,
  { session, organizationId, switching = false }: RefreshRequest,
): Promise<RefreshResult> {
  const outcome = await retrying(context, () =>
    authenticateWithRefreshToken(context, { refreshToken: session.refreshToken, organizationId }),
  )
  switch (outcome.status) {
    case 'authenticated':
      return continued(context, session, outcome.session)
    case 'failed':
      if (isAboutUs(outcome)) return { kind: 'unavailable', retryAfter: RETRY_AFTER }
      return switching && outcome.code !== 'invalid_grant'
        ? { kind: 'refused', outcome }
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
      return switching ? { kind: 'refused', outcome } : { kind: 'rejected' }
  }
}

/**
 * Takes a session that another instance has refreshed and sealed; `undefined` unless it continues
 * the one at hand, e.g. because it is sealed with a password that this instance does not know.
 */
export async function adopt(
  context: ReadContext,
  previous: Session,
  sealed: string,
): Promise<RefreshResult | undefined> {
  const opened = await openSession(context.config, sealed)
  if (opened.kind === 'unreadable') return undefined
  const session = continuation(context, previous, opened.session)
  if (session === undefined) return undefined
  context.memory.remember(sealed, session)
  return { kind: 'refreshed', sealed, session, by: 'another' }
}

/**
 * Tries again at once when WorkOS did not answer: the token may be spent already, and within
 * WorkOS's replay window the same token brings the same pair. Waits where WorkOS asks to.
 */
async function retrying(
  { now }: ReadContext,
  attempt: () => Promise<AuthenticationOutcome>,
): Promise<AuthenticationOutcome> {
  const startedAt = now()
  for (const delay of RETRY_DELAYS) {
    const outcome = await attempt()
    if (outcome.status !== 'unavailable' || outcome.retryAfter !== undefined) return outcome
    if (now() - startedAt > LAST_TRY) return outcome
    await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())))
  }
  return attempt()
}

/** A refusal of this product's credentials or request says nothing about anybody's session. */
function isAboutUs({ code, rawCode }: AuthenticationFailed): boolean {
  return NOT_ABOUT_THE_SESSION.has(code) || rawCode.startsWith('http_')
}

async function continued(
  context: ReadContext,
  previous: Session,
  granted: Session,
): Promise<RefreshResult> {
  const { authenticationMethod, impersonator } = previous
  const next: Session = {
    ...(authenticationMethod && { authenticationMethod }),
    ...(impersonator && { impersonator }),
    ...granted,
  }
  const session = continuation(context, previous, next)
  if (session === undefined) return { kind: 'rejected' }
  const sealed = await sealSession(context.config, next)
  context.memory.remember(sealed, session)
  return { kind: 'refreshed', sealed, session, by: 'this-process' }
}

/** A session goes on as the same person's; whatever is not is nobody's. */
function continuation(
  context: ReadContext,
  previous: Session,
  next: Session,
): SignedIn | undefined {
  const claims = decodeSessionClaims(next.accessToken)
  const isWhole = claims?.userId === next.user.id && next.user.id === previous.user.id
  return claims && isWhole ? toSignedIn(context, next, claims) : undefined
}
