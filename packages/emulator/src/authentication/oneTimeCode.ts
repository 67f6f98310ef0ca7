import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { Collection } from '../store/collection.ts'

/** A code as kept: it works once, for a while, and only so many wrong ones are taken. */
export type OneTimeCode = { code: string; attempts: number; used: boolean; expires_at: string }

/** What a code that somebody entered turned out to be. */
export type CodeOutcome =
  | 'right'
  | 'incorrect'
  | 'expired'
  | 'previously-used'
  | 'too-many-attempts'

/** Milliseconds that codes work. */
const codeLifetime = 10 * 60 * 1000
/** Wrong codes that are taken before a new one has to be sent. */
export const maximumAttempts = 5

/** What is kept of a code that is sent now. */
export function freshCode<Code extends string | null>(clock: Environment['clock'], code: Code) {
  const now = clock.now()
  return {
    code,
    attempts: 0,
    used: false,
    expires_at: isoTime(now + codeLifetime),
    created_at: isoTime(now),
    updated_at: isoTime(now),
  }
}

/**
 * Holds an entered code against the latest one that was sent. Changes nothing: whoever asked
 * counts the attempt (`incorrect`, `too-many-attempts`) and uses the code up (`right`).
 */
export function checkCode(
  latest: OneTimeCode | undefined,
  entered: string,
  now: number,
): CodeOutcome {
  if (!latest) return 'incorrect'
  const matches = latest.code === entered
  if (latest.used) return matches ? 'previously-used' : 'incorrect'
  if (Date.parse(latest.expires_at) <= now) return 'expired'
  if (latest.attempts >= maximumAttempts) return 'too-many-attempts'
  if (matches) return 'right'
  return latest.attempts + 1 >= maximumAttempts ? 'too-many-attempts' : 'incorrect'
}

/** Holds an entered code against a record, counts a wrong one and uses a right one up. */
export function redeemCode<Item extends OneTimeCode & { id: string; updated_at: string }>(
  { clock }: Pick<Environment, 'clock'>,
  collection: Collection<Item>,
  { sent, entered }: { sent: Item; entered: string },
): CodeOutcome {
  const outcome = checkCode(sent, entered, clock.now())
  const changes: Partial<OneTimeCode> & { updated_at: string } = {
    updated_at: isoTime(clock.now()),
    ...(outcome === 'right' ? { used: true } : { attempts: sent.attempts + 1 }),
  }
  collection.update(sent.id, changes as Partial<Item>)
  return outcome
}
