/** The emulator's time. Everything in the emulator that reads time reads this. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Whether it stands still. */
  readonly frozen: boolean
  /** Moves the clock; a negative number of seconds moves it back. A frozen clock stays frozen. */
  advance(by: { seconds: number }): void
  /**
   * Sets the clock. It runs on from there, unless it is frozen. Throws a `RangeError` for an
   * invalid date.
   */
  set(date: Date | string | number): void
  /** Stops the clock: at the given time, or where it is. */
  freeze(at?: Date | string | number): void
  /** Lets a frozen clock run on from where it stands. */
  resume(): void
  /** Returns to the machine's own time, running. */
  reset(): void
}

/** A clock as the emulator itself sees it. */
export interface SteerableClock extends Clock {
  /** Hears of every change that is not the passing of time. Gives back how to stop hearing. */
  subscribe(listener: () => void): () => void
  /** Remembers how the clock is set; calling the result sets it that way again. */
  save(): () => void
}

/** Either so many milliseconds off the machine's time, or standing still. */
type Setting = { offset: number } | { frozenAt: number }

/** A clock that shows the machine's time until it is moved. */
export function createClock(): SteerableClock {
  const listeners = new Set<() => void>()
  let setting: Setting = { offset: 0 }

  const now = () => ('offset' in setting ? Date.now() + setting.offset : setting.frozenAt)
  const apply = (next: Setting) => {
    setting = next
    for (const listener of listeners) listener()
  }
  const moveTo = (time: number) =>
    apply('offset' in setting ? { offset: time - Date.now() } : { frozenAt: time })

  return {
    now,
    get frozen() {
      return 'frozenAt' in setting
    },
    advance: ({ seconds }) => {
      if (!Number.isFinite(seconds))
        throw new RangeError('Advance the clock by a number of seconds.')
      const by = seconds * 1000
      apply(
        'offset' in setting ? { offset: setting.offset + by } : { frozenAt: setting.frozenAt + by },
      )
    },
    set: (date) => moveTo(timeOf(date)),
    freeze: (at) => apply({ frozenAt: at === undefined ? now() : timeOf(at) }),
    resume: () => apply({ offset: now() - Date.now() }),
    reset: () => apply({ offset: 0 }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save: () => {
      const saved = setting
      return () => apply(saved)
    },
  }
}

function timeOf(date: Date | string | number): number {
  const time = new Date(date).getTime()
  if (Number.isNaN(time)) throw new RangeError('Set the clock to a valid date.')
  return time
}

/** ISO 8601 with milliseconds, UTC: how the API writes a time. */
export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The times of something made now. */
export function recordedNow(clock: Pick<Clock, 'now'>): { created_at: string; updated_at: string } {
  const at = isoTime(clock.now())
  return { created_at: at, updated_at: at }
}
