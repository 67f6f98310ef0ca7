import type { Config } from '../config.ts'
import { decodeSessionClaims } from './claims.ts'
import type { RefreshSubject, SharedOutcome } from './coordinator.ts'
import {
  adopt,
  exchange,
  RETRY_AFTER,
  type RefreshRequest,
  type RefreshResult,
} from './exchange.ts'
import type { GuardedCoordinator } from './guardedCoordinator.ts'
import type { ReadContext } from './read.ts'
import { retentionOf } from './retention.ts'

/** What refreshing once among several instances needs beside reading. */
export interface CoordinationContext extends ReadContext {
  /** `undefined` where every process refreshes for itself. */
  readonly coordinator: GuardedCoordinator | undefined
}

/** Milliseconds after which others take over from an instance that has died. */
const LEASE = 4_000

/** Milliseconds between two signs of life. */
const HEARTBEAT = 1_000

/** Milliseconds after which a flight that waits for another instance ends. */
const WAIT_LIMIT = 25_000

/** Milliseconds until a turn is asked for again: soon at first, for a refresh takes about 100. */
const FIRST_DELAY = 15
const LONGEST_DELAY = 200

/** Milliseconds for which a refusal is told to others that come with the same refresh token. */
const REFUSAL_RETENTION = 30_000

const encoder = new TextEncoder()

/** Exchanges a session's refresh token, once among all instances that share a coordinator. */
export async function exchangeOnce(
  context: CoordinationContext,
  request: RefreshRequest,
): Promise<RefreshResult> {
  const { coordinator, now } = context
  const subject = coordinator && (await subjectOf(context.config, request))
  if (!coordinator || !subject) return exchange(context, request)
  const startedAt = now()
  for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 1.5, LONGEST_DELAY)) {
    const turn = await coordinator.begin(subject, { lease: LEASE })
    switch (turn?.kind) {
      case undefined:
        return exchange(context, request)
      case 'lead':
        return lead(context, request, { coordinator, subject, fence: turn.fence })
      case 'landed':
        return (await resultOf(context, request, turn.outcome)) ?? exchange(context, request)
      case 'wait':
        if (now() - startedAt > WAIT_LIMIT) return { kind: 'unavailable', retryAfter: RETRY_AFTER }
        await pause(delay * (0.5 + Math.random()))
    }
  }
}

interface Turn {
  readonly coordinator: GuardedCoordinator
  readonly subject: RefreshSubject
  readonly fence: number
}

/** Refreshes for everybody, and tells what came of it before anybody's browser can. */
async function lead(
  context: CoordinationContext,
  request: RefreshRequest,
  { coordinator, subject, fence }: Turn,
): Promise<RefreshResult> {
  const startedAt = context.now()
  const heartbeat = setInterval(
    () => coordinator.extend(subject, { fence, lease: LEASE }),
    HEARTBEAT,
  )
  const result = await exchange(context, request).finally(() => clearInterval(heartbeat))
  const outcome = outcomeOf(result)
  if (outcome === undefined) {
    await coordinator.extend(subject, { fence, lease: 0 })
    return result
  }
  const now = context.now()
  const retention =
    outcome.kind === 'refused'
      ? REFUSAL_RETENTION
      : retentionOf({ now, took: now - startedAt, spentUntil: expiryOf(request) })
  const standing = await coordinator.land(subject, { fence, outcome, retention })
  if (standing === undefined || isSame(standing, outcome)) return result
  return (await resultOf(context, request, standing)) ?? result
}

/**
 * What others are told: nothing of a transient failure, which is for the next one to try again, nor
 * of an organization that the session stays out of.
 */
function outcomeOf(result: RefreshResult): SharedOutcome | undefined {
  switch (result.kind) {
    case 'refreshed':
      return { kind: 'session', sealed: result.sealed }
    case 'rejected':
      return { kind: 'refused' }
    case 'unavailable':
    case 'refused':
      return undefined
  }
}

async function resultOf(
  context: CoordinationContext,
  { session }: RefreshRequest,
  outcome: SharedOutcome,
): Promise<RefreshResult | undefined> {
  return outcome.kind === 'session' ? adopt(context, session, outcome.sealed) : { kind: 'rejected' }
}

function isSame(one: SharedOutcome, other: SharedOutcome): boolean {
  return one.kind === 'session' && other.kind === 'session'
    ? one.sealed === other.sealed
    : one.kind === other.kind
}

function expiryOf({ session }: RefreshRequest): number {
  return (decodeSessionClaims(session.accessToken)?.expiresAt ?? 0) * 1000
}

/** The seal vouches for the token in it, so its claims need no proof to name the session. */
async function subjectOf(
  config: Config,
  { session: { accessToken, refreshToken } }: RefreshRequest,
): Promise<RefreshSubject | undefined> {
  const sessionId = decodeSessionClaims(accessToken)?.sessionId
  if (sessionId === undefined) return undefined
  const [session, credential] = await Promise.all([
    digest(`session\n${config.clientId}\n${sessionId}`),
    digest(`refresh token\n${config.clientId}\n${refreshToken}`),
  ])
  return { session, credential }
}

/** SHA-256 in base64url. What is digested is too random to be guessed. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
