import type { Clock } from '../clock.ts'

/** So many requests within so many seconds. */
export type RateLimit = { name: string; requests: number; seconds: number }

/** Counts requests against limits. */
export type RateLimiter = {
  /** Counts one; gives the seconds to wait when it is one too many. */
  take(limit: RateLimit, about: string): number | undefined
  clear(): void
}

/** Counts in windows that begin with the first request, by the emulator's clock. */
export function createRateLimiter(clock: Pick<Clock, 'now'>): RateLimiter {
  const windows = new Map<string, { until: number; count: number }>()
  return {
    take: ({ name, requests, seconds }, about) => {
      const key = `${name} ${about}`
      const now = clock.now()
      const current = windows.get(key)
      const window =
        current && current.until > now && current.until <= now + seconds * 1000
          ? current
          : { until: now + seconds * 1000, count: 0 }
      window.count++
      windows.set(key, window)
      return window.count > requests ? Math.ceil((window.until - now) / 1000) : undefined
    },
    clear: () => windows.clear(),
  }
}
