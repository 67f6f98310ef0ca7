import { LATE_COMER_WINDOW } from './retention.ts'
import type { SignedIn } from './state.ts'

/** Sessions held at once; the oldest makes room. About 2 kB each. */
const CAPACITY = 5_000

interface Remembered {
  readonly session: SignedIn
  /** The cookie value that took this one's place, once its refresh token is spent. */
  successor: string | undefined
}

/**
 * Verified sessions of this process, by the whole cookie value: equal bytes were verified before,
 * and nothing shorter than all of them is trusted. An entry serves no longer than its token lives,
 * and leads to its successor for as long as somebody may come late with it.
 */
export interface SessionMemory {
  recall(sealed: string, now: number): SignedIn | undefined
  remember(sealed: string, session: SignedIn): void
  /** Tells that a refresh of one cookie value brought the other. */
  succeed(sealed: string, successor: string): void
  /** The last of those that took this value's place; the value itself where none did. */
  newest(sealed: string, now: number): string
}

/** @param capacity Sessions held at once. */
export function createSessionMemory(capacity = CAPACITY): SessionMemory {
  const sessions = new Map<string, Remembered>()

  function successorOf(sealed: string, now: number): string | undefined {
    const { session, successor } = sessions.get(sealed) ?? {}
    if (session === undefined || successor === undefined) return undefined
    if (session.claims.expiresAt * 1000 + LATE_COMER_WINDOW > now) return successor
    sessions.delete(sealed)
    return undefined
  }

  function newest(sealed: string, now: number): string {
    const successor = successorOf(sealed, now)
    return successor !== undefined && sessions.has(successor) ? newest(successor, now) : sealed
  }

  return {
    recall(sealed, now) {
      const remembered = sessions.get(sealed)
      if (remembered === undefined) return undefined
      if (remembered.session.claims.expiresAt * 1000 > now) return remembered.session
      if (remembered.successor === undefined) sessions.delete(sealed)
      return undefined
    },
    remember(sealed, session) {
      const successor = sessions.get(sealed)?.successor
      sessions.delete(sealed)
      sessions.set(sealed, { session, successor })
      if (sessions.size <= capacity) return
      const [oldest] = sessions.keys()
      if (oldest !== undefined) sessions.delete(oldest)
    },
    succeed(sealed, successor) {
      const remembered = sessions.get(sealed)
      const isCircle = newest(successor, Number.NEGATIVE_INFINITY) === sealed
      if (remembered !== undefined && !isCircle) remembered.successor = successor
    },
    newest,
  }
}
