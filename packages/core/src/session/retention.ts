/** Milliseconds a request waits for its refresh; the flight goes on, for the next request. */
export const PATIENCE = 1_800

/** Milliseconds for which a result stays for those who come late with the old cookie. */
export const LATE_COMER_WINDOW = 30_000

/**
 * Milliseconds for which a result that nobody waited for stays. The old token is spent by then, so
 * forgetting it would end the session of whoever left early.
 */
export const UNCLAIMED_WINDOW = 900_000

/**
 * Milliseconds for which other instances are told of a refresh. A browser may keep the old cookie
 * where a slow response overwrote the new one, and comes back with it when its access token is over.
 */
export function retentionOf({
  now,
  took,
  spentUntil,
}: {
  /** Milliseconds since the epoch. */
  now: number
  /** Milliseconds from the first request for it to its end. */
  took: number
  /** When the access token beside the spent refresh token is over, milliseconds since the epoch. */
  spentUntil: number
}): number {
  const whileOldTokenLives = Math.max(0, spentUntil - now) + LATE_COMER_WINDOW
  return took > PATIENCE ? Math.max(UNCLAIMED_WINDOW, whileOldTokenLives) : whileOldTokenLives
}
