import type { SignedIn } from './state.ts'

/** Sessions held at once; the oldest makes room. About 2 kB each. */
const CAPACITY = 5_000

/**
 * Verified sessions of this process, by the whole cookie value: equal bytes were verified before,
 * and nothing shorter than all of them is trusted. An entry lives no longer than its token.
 */
export interface SessionMemory {
  recall(sealed: string, now: number): SignedIn | undefined
  remember(sealed: string, session: SignedIn): void
  forget(sealed: string): void
}

/** @param capacity Sessions held at once. */
export function createSessionMemory(capacity = CAPACITY): SessionMemory {
  const sessions = new Map<string, SignedIn>()
  return {
    recall(sealed, now) {
      const session = sessions.get(sealed)
      if (session === undefined) return undefined
      if (session.claims.expiresAt * 1000 > now) return session
      sessions.delete(sealed)
      return undefined
    },
    remember(sealed, session) {
      sessions.delete(sealed)
      sessions.set(sealed, session)
      if (sessions.size <= capacity) return
      const [oldest] = sessions.keys()
      if (oldest !== undefined) sessions.delete(oldest)
    },
    forget(sealed) {
      sessions.delete(sealed)
    },
  }
}
