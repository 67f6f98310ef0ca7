import { LATE_COMER_WINDOW, UNCLAIMED_WINDOW } from './retention.ts'

interface Flight<Value> {
  readonly result: Promise<Value>
  readonly startedAt: number
  /** Milliseconds since the epoch; `undefined` while it is under way. */
  landedAt: number | undefined
  delivered: boolean
}

/**
 * One run a key, shared by everybody who asks for it while it is under way or shortly after. The
 * key must be the whole credential: two people never share a flight.
 */
export interface Flights<Value> {
  /** The result of the flight under this key, starting it where there is none. */
  join(key: string, start: () => Promise<Value>): Promise<Value>
  /** Tells that the result of this key has reached a response. */
  delivered(key: string): void
}

/**
 * @param now Milliseconds since the epoch.
 * @param keeps Whether a result is worth keeping for late-comers; one that is not is retried.
 */
export function createFlights<Value>({
  now,
  keeps,
}: {
  now: () => number
  keeps: (value: Value) => boolean
}): Flights<Value> {
  const flights = new Map<string, Flight<Value>>()

  function forgetOld(): void {
    for (const [key, { startedAt, landedAt, delivered }] of flights) {
      // Oldest first: behind a young one there are only younger ones.
      if (now() - startedAt <= LATE_COMER_WINDOW) return
      const window = delivered ? LATE_COMER_WINDOW : UNCLAIMED_WINDOW
      if (landedAt !== undefined && now() - landedAt > window) flights.delete(key)
    }
  }

  function launch(key: string, start: () => Promise<Value>): Flight<Value> {
    const flight: Flight<Value> = {
      result: start(),
      startedAt: now(),
      landedAt: undefined,
      delivered: false,
    }
    flights.set(key, flight)
    flight.result.then(
      (value) => {
        flight.landedAt = now()
        if (!keeps(value)) flights.delete(key)
      },
      () => flights.delete(key),
    )
    return flight
  }

  return {
    join(key, start) {
      forgetOld()
      return (flights.get(key) ?? launch(key, start)).result
    },
    delivered(key) {
      const flight = flights.get(key)
      if (flight) flight.delivered = true
    },
  }
}
