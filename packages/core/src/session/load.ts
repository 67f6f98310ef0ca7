import { readSessionCookie, writeSessionCookie } from './chunks.ts'
import type { Cookies } from './cookies.ts'
import { read, revocationsUnreachable, standingOf } from './read.ts'
import { type RefreshContext, type RefreshRequest, type RefreshResult, refresh } from './refresh.ts'
import { openSession, type Session } from './seal.ts'
import type { ReadState, SessionState, SignedIn } from './state.ts'

type Refreshed = Extract<RefreshResult, { kind: 'refreshed' }>

/**
 * The heart of the kit: the cookies of a request in, the state of its session out. Refreshes where
 * that is due; what has to be written comes back as data. No failure deletes a cookie, and a token
 * that still lives is served whatever becomes of its refresh.
 */
export async function loadSession(
  context: RefreshContext,
  cookies: Cookies,
): Promise<SessionState> {
  const result = await read(context, cookies)
  switch (result.status) {
    case 'signed-out':
    case 'unavailable':
      return { ...result, cookieChanges: [] }
    case 'signed-in':
      return isDue(context, result) ? renew(context, cookies, result) : settled(result)
    case 'refresh-required':
      return replace(context, cookies, result)
  }
}

/** The same question for those who cannot write cookies: says when a refresh is required. */
export async function readSession(context: RefreshContext, cookies: Cookies): Promise<ReadState> {
  const result = await read(context, cookies)
  return result.status === 'refresh-required' ? { status: 'refresh-required' } : result
}

function isDue(context: RefreshContext, { refreshAt }: SignedIn): boolean {
  return context.now() >= refreshAt * 1000
}

function settled(session: SignedIn): SessionState {
  return { ...session, cookieChanges: [] }
}

/** Refreshes ahead of time; the living token stands in for whatever does not come. */
async function renew(
  context: RefreshContext,
  cookies: Cookies,
  living: SignedIn,
): Promise<SessionState> {
  const session = await reopen(context, cookies)
  if (!session) return settled(living)
  const { organizationId } = living.claims
  const refreshed = await refresh(context, { session, organizationId })
  if (refreshed.kind !== 'refreshed') return settled(living)
  return land(context, cookies, refreshed)
}

async function replace(
  context: RefreshContext,
  cookies: Cookies,
  { session, organizationId }: RefreshRequest,
): Promise<SessionState> {
  const refreshed = await refresh(context, { session, organizationId })
  return refreshed.kind === 'refreshed'
    ? land(context, cookies, refreshed)
    : notRefreshed(refreshed)
}

/**
 * Heeds what was revoked since the refresh: its result stays for late-comers, and may be older than
 * a revocation. The cookie is written wherever the session goes on, because the old one is spent.
 */
async function land(
  context: RefreshContext,
  cookies: Cookies,
  { sealed, session }: Refreshed,
): Promise<SessionState> {
  const cookieChanges = writeSessionCookie(context.config, cookies, sealed)
  switch (await standingOf(context, session.claims)) {
    case 'valid':
      return { ...session, cookieChanges }
    case 'revoked':
      return { status: 'signed-out', reason: 'revoked', cookieChanges: [] }
    case 'outdated': {
      const next = await refreshAgain(context, sealed, session)
      if (next.kind !== 'refreshed') return { ...notRefreshed(next), cookieChanges }
      return {
        ...next.session,
        cookieChanges: writeSessionCookie(context.config, cookies, next.sealed),
      }
    }
    case undefined:
      return { ...revocationsUnreachable, cookieChanges }
  }
}

/** What WorkOS says now is the last word: clocks count whole seconds, and one is all it may differ. */
async function refreshAgain(
  context: RefreshContext,
  sealed: string,
  { claims }: SignedIn,
): Promise<RefreshResult> {
  const opened = await openSession(context.config, sealed)
  if (opened.kind === 'unreadable') return { kind: 'rejected' }
  return refresh(context, { session: opened.session, organizationId: claims.organizationId })
}

function notRefreshed(result: Exclude<RefreshResult, Refreshed>): SessionState {
  if (result.kind === 'rejected') {
    return { status: 'signed-out', reason: 'refresh-rejected', cookieChanges: [] }
  }
  return {
    status: 'unavailable',
    reason: 'refresh-unavailable',
    retryAfter: result.retryAfter,
    cookieChanges: [],
  }
}

async function reopen(context: RefreshContext, cookies: Cookies): Promise<Session | undefined> {
  const sealed = readSessionCookie(context.config, cookies)
  const opened = sealed === undefined ? undefined : await openSession(context.config, sealed)
  return opened?.kind === 'opened' ? opened.session : undefined
}
