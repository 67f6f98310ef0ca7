import { readSessionCookie, writeSessionCookie } from './chunks.ts'
import type { Cookies } from './cookies.ts'
import { type ReadResult, read } from './read.ts'
import { type RefreshContext, refresh } from './refresh.ts'
import { openSession, type Session } from './seal.ts'
import type { ReadState, SessionState, SignedIn } from './state.ts'

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
  return withCookies(context, cookies, refreshed)
}

async function replace(
  context: RefreshContext,
  cookies: Cookies,
  { session, organizationId }: Extract<ReadResult, { status: 'refresh-required' }>,
): Promise<SessionState> {
  const refreshed = await refresh(context, { session, organizationId })
  switch (refreshed.kind) {
    case 'refreshed':
      return withCookies(context, cookies, refreshed)
    case 'rejected':
      return { status: 'signed-out', reason: 'refresh-rejected', cookieChanges: [] }
    case 'unavailable':
      return {
        status: 'unavailable',
        reason: 'refresh-unavailable',
        retryAfter: refreshed.retryAfter,
        cookieChanges: [],
      }
  }
}

function withCookies(
  context: RefreshContext,
  cookies: Cookies,
  { sealed, session }: { sealed: string; session: SignedIn },
): SessionState {
  return { ...session, cookieChanges: writeSessionCookie(context.config, cookies, sealed) }
}

async function reopen(context: RefreshContext, cookies: Cookies): Promise<Session | undefined> {
  const sealed = readSessionCookie(context.config, cookies)
  const opened = sealed === undefined ? undefined : await openSession(context.config, sealed)
  return opened?.kind === 'opened' ? opened.session : undefined
}
