import type { AuthenticationFailed } from '../authentication/failure.ts'
import type { NextStep } from '../authentication/nextStep.ts'
import { readSessionCookie, writeSessionCookie } from './chunks.ts'
import { type CookieChange, type Cookies, cookiesAfter } from './cookies.ts'
import type { RefreshResult } from './exchange.ts'
import { loadSession } from './load.ts'
import { type RefreshContext, refresh, refreshInto } from './refresh.ts'
import { openSession } from './seal.ts'
import type { SessionState, SignedIn } from './state.ts'

/** What is renewed. */
export interface RenewalRequest {
  /** Switches to this organization; the session's own where left out. */
  readonly organizationId?: string | undefined
}

/** WorkOS does not let the session into the organization, or not yet; it goes on where it is. */
export interface SwitchRefused {
  readonly status: 'refused'
  /** What is missing, or why it cannot be. */
  readonly outcome: NextStep | AuthenticationFailed
  readonly cookieChanges: readonly CookieChange[]
}

/** A request that waits for the same refresh token may have brought it to another organization. */
const MAX_TURNS = 3

/**
 * Gets a new access token although the old one lives: with claims as they are now, or for another
 * organization. A refusal or an outage leaves the session as it is.
 */
export async function renewSession(
  context: RefreshContext,
  cookies: Cookies,
  { organizationId }: RenewalRequest,
): Promise<SessionState | SwitchRefused> {
  let state = await loadSession(context, cookies)
  for (let turn = 0; turn < MAX_TURNS && state.status === 'signed-in'; turn++) {
    const { cookieChanges } = state
    const sealed = readSessionCookie(context.config, cookiesAfter(cookies, cookieChanges))
    const result = await renew(context, { sealed, current: state, organizationId })
    switch (result.kind) {
      case 'refused':
        return { status: 'refused', outcome: result.outcome, cookieChanges }
      case 'unavailable': {
        const { retryAfter } = result
        return { status: 'unavailable', reason: 'refresh-unavailable', retryAfter, cookieChanges }
      }
      case 'rejected':
        return { status: 'signed-out', reason: 'refresh-rejected', cookieChanges }
      case 'refreshed': {
        if (sealed !== undefined) context.memory.succeed(sealed, result.sealed)
        const written = writeSessionCookie(context.config, cookies, result.sealed)
        state = { ...result.session, cookieChanges: written }
        if (isWanted(result.session, organizationId)) return state
      }
    }
  }
  return state
}

async function renew(
  context: RefreshContext,
  {
    sealed,
    current,
    organizationId,
  }: { sealed: string | undefined; current: SignedIn; organizationId: string | undefined },
): Promise<RefreshResult> {
  const opened = sealed === undefined ? undefined : await openSession(context.config, sealed)
  if (opened?.kind !== 'opened') return { kind: 'rejected' }
  const { session } = opened
  return organizationId === undefined
    ? refresh(context, { session, organizationId: current.claims.organizationId })
    : refreshInto(context, { session, organizationId })
}

function isWanted({ claims }: SignedIn, organizationId: string | undefined): boolean {
  return organizationId === undefined || claims.organizationId === organizationId
}
