import { InputError } from '../errors.ts'
import type { SessionClaims } from './claims.ts'

/** Milliseconds for which a revocation is kept; no access token lives longer than that. */
const RETENTION = 24 * 60 * 60 * 1000

/** What is revoked. `at` is in seconds since the epoch: tokens that were issued later are good. */
export type Revocation =
  /** One session, whenever its tokens were issued. */
  | { readonly kind: 'session'; readonly sessionId: string }
  /** Every session of a user up to then. */
  | { readonly kind: 'user'; readonly userId: string; readonly at: number }
  /** What tokens up to then say about a user in an organization: roles, permissions, belonging. */
  | {
      readonly kind: 'membership'
      readonly userId: string
      readonly organizationId: string
      readonly at: number
    }

/** How an access token stands that is sound in itself. */
export type Standing =
  | 'valid'
  /** What it says is no longer true; WorkOS has to be asked for the next one. */
  | 'outdated'
  /** Its session is over. */
  | 'revoked'

/** The claims that decide how a token stands. */
export type RevocableClaims = Pick<
  SessionClaims,
  'userId' | 'sessionId' | 'organizationId' | 'issuedAt'
>

/** How much a check is worth. */
export interface RevocationCheck {
  /**
   * `true` asks whoever knows for certain, at the price of a round trip where several instances
   * share revocations. `false` goes by what this process knows by itself.
   */
  readonly strict: boolean
}

/**
 * What is no longer to be believed although its signature holds. Asked for every request, also for
 * remembered sessions; where it cannot be asked (`check` throws), the session is `unavailable`.
 * Without one, an access token is good until it is over, five minutes in most environments.
 */
export interface Revocations {
  /** Ends what is named, from now on, for everybody who shares this; again does no harm. */
  revoke(revocation: Revocation): Promise<void>
  /** How a token with these claims stands; throws where that cannot be known. */
  check(claims: RevocableClaims, check?: RevocationCheck): Promise<Standing>
}

/** How a {@link createRevocations} counts time. */
export interface RevocationsOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Milliseconds for which a revocation is kept: as long as the longest access token lives. */
  readonly retention?: number
}

/** {@link Revocations} in the memory of this process. */
export function createRevocations({
  now = Date.now,
  retention = RETENTION,
}: RevocationsOptions = {}): Revocations {
  /** By subject, in the order in which they came. */
  const marks = new Map<string, { readonly until: number; readonly markedAt: number }>()

  function forgetOld(): void {
    for (const [subject, { markedAt }] of marks) {
      if (now() - markedAt <= retention) return
      marks.delete(subject)
    }
  }

  const covers = (subject: string, issuedAt: number) => {
    const mark = marks.get(subject)
    return mark !== undefined && issuedAt <= mark.until
  }

  return {
    async revoke(revocation) {
      forgetOld()
      const subject = subjectOf(revocation)
      const until = Math.max(untilOf(revocation), marks.get(subject)?.until ?? 0)
      marks.delete(subject)
      marks.set(subject, { until, markedAt: now() })
    },
    async check({ sessionId, userId, organizationId, issuedAt }) {
      if (marks.size === 0) return 'valid'
      const session = subjectOf({ kind: 'session', sessionId })
      const user = subjectOf({ kind: 'user', userId, at: 0 })
      if (covers(session, issuedAt) || covers(user, issuedAt)) return 'revoked'
      if (organizationId === undefined) return 'valid'
      const membership = subjectOf({ kind: 'membership', userId, organizationId, at: 0 })
      return covers(membership, issuedAt) ? 'outdated' : 'valid'
    },
  }
}

function subjectOf(revocation: Revocation): string {
  switch (revocation.kind) {
    case 'session':
      return `session ${revocation.sessionId}`
    case 'user':
      return `user ${revocation.userId}`
    case 'membership':
      return `membership ${revocation.userId} ${revocation.organizationId}`
  }
}

function untilOf(revocation: Revocation): number {
  const until = revocation.kind === 'session' ? Number.POSITIVE_INFINITY : revocation.at
  if (!Number.isNaN(until)) return until
  throw new InputError({
    message: 'The time of a revocation is not a number.',
    fix: 'Pass seconds since the epoch.',
  })
}
