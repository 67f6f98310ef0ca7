/** The emulator's time. Everything in the emulator that reads time reads this. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Moves the clock; a negative number of seconds moves it back. */
  advance(by: { seconds: number }): void
  /** Sets the clock; it runs on from there. Throws a `RangeError` for an invalid date. */
  set(date: Date | string | number): void
  /** Returns to the machine's own time. */
  reset(): void
}

/** A clock that shows the machine's time until it is moved. */
export function createClock(): Clock {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    advance: ({ seconds }) => {
      if (!Number.isFinite(seconds))
        throw new RangeError('Advance the clock by a number of seconds.')
      offset += seconds * 1000
    },
    set: (date) => {
      const time = new Date(date).getTime()
      if (Number.isNaN(time)) throw new RangeError('Set the clock to a valid date.')
      offset = time - Date.now()
    },
    reset: () => {
      offset = 0
    },
  }
}

/** ISO 8601 with milliseconds, UTC: how the API writes a time. */
export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString()
