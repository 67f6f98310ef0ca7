/** Milliseconds for which events are remembered: WorkOS delivers again for three days. */
const RETENTION = 4 * 24 * 60 * 60 * 1000

/** Events remembered at once; the oldest makes room. */
const CAPACITY = 50_000

/** What is known of an event that asks to be handled. */
export type ReplayAnswer =
  /** Nobody has it: it is the caller's now, to be completed or abandoned. */
  | 'begun'
  /** Another delivery of it is being handled at this moment. */
  | 'under-way'
  /** It was handled. */
  | 'done'

/**
 * Sees to it that an event is handled once, however often it is delivered. Several instances need
 * one that they share, and in which `begin` is atomic and an event that nobody completes becomes
 * free again after a while.
 */
export interface ReplayGuard {
  /** Asks for an event, by its id; `begun` gives it to the caller. */
  begin(eventId: string): Promise<ReplayAnswer>
  /** The event was handled; every later delivery is a repetition. */
  complete(eventId: string): Promise<void>
  /** Handling failed; the next delivery may try again. */
  abandon(eventId: string): Promise<void>
}

/** How long and how much a {@link createReplayGuard} remembers. */
export interface ReplayGuardOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Milliseconds. */
  readonly retention?: number
  /** Events remembered at once. */
  readonly capacity?: number
}

/** A {@link ReplayGuard} in the memory of this process. */
export function createReplayGuard({
  now = Date.now,
  retention = RETENTION,
  capacity = CAPACITY,
}: ReplayGuardOptions = {}): ReplayGuard {
  const underWay = new Set<string>()
  const doneAt = new Map<string, number>()

  function forgetOld(): void {
    for (const [id, at] of doneAt) {
      if (doneAt.size <= capacity && now() - at <= retention) return
      doneAt.delete(id)
    }
  }

  return {
    async begin(id) {
      forgetOld()
      if (doneAt.has(id)) return 'done'
      if (underWay.has(id)) return 'under-way'
      underWay.add(id)
      return 'begun'
    },
    async complete(id) {
      underWay.delete(id)
      doneAt.set(id, now())
      forgetOld()
    },
    async abandon(id) {
      underWay.delete(id)
    },
  }
}
