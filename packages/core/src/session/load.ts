import { SessionTooLargeError } from '../errors.ts'
import { subjectOf } from '../events/describe.ts'
import { publishEvent } from '../events/publish.ts'
import { readSessionCookie, writeSessionCookie } from './chunks.ts'
import type { Cookies } from './cookies.ts'
import type { RefreshRequest, RefreshResult } from './exchange.ts'
import { read, revocationsUnreachable, standingOf } from './read.ts'
import { type ContinuedResult, type RefreshContext, refresh } from './refresh.ts'
import type { RevocationCheck } from './revocations.ts'
import { openSession, type Session } from './seal.ts'
import type { ReadState, SessionState, SignedIn } from './state.ts'

/** How a session is loaded or read. */
export type LoadOptions = Partial<RevocationCheck>

type Refreshed = Extract<RefreshResult, { kind: 'refreshed' }>

/** A request's session: its cookies, the value it goes by, and how closely it is looked at. */
interface Loading {
  readonly cookies: Cookies
  readonly sealed: string | undefined
  readonly check: RevocationCheck
}

/**
 * The heart of the kit: the cookies of a request in, the state of its session out. Refreshes where
 * that is due; what has to be written comes back as data. No failure deletes a cookie, and a token
 * that still lives is served whatever becomes of its refresh.
 */
export async function loadSession(
  context: RefreshContext,
  cookies: Cookies,
  options: LoadOptions = {},
): Promise<SessionState> {
  const loading = loadingOf(context, cookies, options)
  const result = await read(context, loading.sealed, loading.check)
  switch (result.status) {
    case 'signed-out':
      return { ...result, cookieChanges: [] }
    case 'unavailable':
      return { ...result, cookieChanges: restored(context, loading) }
    case 'signed-in':
      return isDue(context, result)
        ? renew(context, loading, result)
        : { ...result, cookieChanges: restored(context, loading) }
    case 'refresh-required':
      return replace(context, loading, result)
  }
}

/** The same question for those who cannot write cookies: says when a refresh is required. */
export async function readSession(
  context: RefreshContext,
  cookies: Cookies,
  options: LoadOptions = {},
): Promise<ReadState> {
  const { sealed, check } = loadingOf(context, cookies, options)
  const result = await read(context, sealed, check)
  return result.status === 'refresh-required' ? { status: 'refresh-required' } : result
}

/** A slow response may bring an older cookie back; the newest that this process knows goes before. */
function loadingOf(
  { config, memory, now }: RefreshContext,
  cookies: Cookies,
  { strict = false }: LoadOptions,
): Loading {
  const stored = readSessionCookie(config, cookies)
  return {
    cookies,
    sealed: stored === undefined ? undefined : memory.newest(stored, now()),
    check: { strict },
  }
}

/** What is written where nothing was refreshed: nothing, unless a newer cookie was lost. */
function restored({ config }: RefreshContext, { cookies, sealed }: Loading) {
  return sealed === undefined || sealed === readSessionCookie(config, cookies)
    ? []
    : writeSessionCookie(config, cookies, sealed)
}

function isDue(context: RefreshContext, { refreshAt }: SignedIn): boolean {
  return context.now() >= refreshAt * 1000
}

/** Refreshes ahead of time; the living token stands in for whatever does not come. */
async function renew(
  context: RefreshContext,
  loading: Loading,
  living: SignedIn,
): Promise<SessionState> {
  const settled = { ...living, cookieChanges: restored(context, loading) }
  const session = await reopen(context, loading.sealed)
  if (!session) return settled
  const { organizationId } = living.claims
  const refreshed = await refresh(context, { session, organizationId })
  if (refreshed.kind !== 'refreshed') return settled
  return land(context, loading, refreshed).catch((error) => {
    if (!(error instanceof SessionTooLargeError)) throw error
    publishEvent(context, () => ({ name: 'session-too-large', subject: subjectOf(living.claims) }))
    return settled
  })
}

async function replace(
  context: RefreshContext,
  loading: Loading,
  { session, organizationId }: RefreshRequest,
): Promise<SessionState> {
  const refreshed = await refresh(context, { session, organizationId })
  return refreshed.kind === 'refreshed'
    ? land(context, loading, refreshed)
    : { ...notRefreshed(refreshed), cookieChanges: [] }
}

/**
 * Goes on with the newest that came of a refresh, and heeds what was revoked since: its result
 * stays for late-comers, and may be older than either. The cookie is written wherever the session
 * goes on, because the old one is spent.
 */
async function land(
  context: RefreshContext,
  loading: Loading,
  refreshed: Refreshed,
): Promise<SessionState> {
  const { config, memory } = context
  const { sealed, session } = newestOf(context, refreshed)
  const cookieChanges = writeSessionCookie(config, loading.cookies, sealed)
  if (loading.sealed !== undefined) memory.succeed(loading.sealed, refreshed.sealed)
  const standing = isOver(context, session)
    ? 'outdated'
    : await standingOf(context, session.claims, loading.check)
  switch (standing) {
    case 'valid':
      return { ...session, cookieChanges }
    case 'revoked':
      return { status: 'signed-out', reason: 'revoked', cookieChanges: [] }
    case 'outdated': {
      const next = await refreshAgain(context, sealed, session)
      if (next.kind !== 'refreshed') return { ...notRefreshed(next), cookieChanges }
      memory.succeed(sealed, next.sealed)
      return {
        ...next.session,
        cookieChanges: writeSessionCookie(config, loading.cookies, next.sealed),
      }
    }
    case undefined:
      return { ...revocationsUnreachable, cookieChanges }
  }
}

function newestOf({ memory, now }: RefreshContext, refreshed: Refreshed): Refreshed {
  const sealed = memory.newest(refreshed.sealed, now())
  const session = memory.recall(sealed, now())
  return session === undefined ? refreshed : { ...refreshed, sealed, session }
}

function isOver({ now }: RefreshContext, { claims }: SignedIn): boolean {
  return claims.expiresAt * 1000 <= now()
}

/** What WorkOS says now is the last word: clocks count whole seconds, and one is all it may differ. */
async function refreshAgain(
  context: RefreshContext,
  sealed: string,
  { claims }: SignedIn,
): Promise<ContinuedResult> {
  const session = await reopen(context, sealed)
  if (!session) return { kind: 'rejected' }
  return refresh(context, { session, organizationId: claims.organizationId })
}

function notRefreshed(result: Exclude<ContinuedResult, Refreshed>) {
  return result.kind === 'rejected'
    ? ({ status: 'signed-out', reason: 'refresh-rejected' } as const)
    : ({
        status: 'unavailable',
        reason: 'refresh-unavailable',
        retryAfter: result.retryAfter,
      } as const)
}

async function reopen(
  { config }: RefreshContext,
  sealed: string | undefined,
): Promise<Session | undefined> {
  const opened = sealed === undefined ? undefined : await openSession(config, sealed)
  return opened?.kind === 'opened' ? opened.session : undefined
}
