'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import styles from './SessionClock.module.css'
import { useNow } from './useNow.ts'

/** All times are seconds since the epoch. */
interface SessionClockProps {
  issuedAt: number
  refreshAt: number
  renderedAt: number
}

/** Seconds that server and browser may disagree before the browser asks for the renewed session. */
const clockTolerance = 2

/**
 * Counts down to the refresh of the session. When it is due and somebody is looking, the page is
 * asked for again, which refreshes the session on the way, and the count starts over.
 */
export function SessionClock({ issuedAt, refreshAt, renderedAt }: SessionClockProps) {
  const now = useNow(renderedAt)
  const remaining = Math.max(0, refreshAt - now)
  const share = Math.min(1, remaining / Math.max(1, refreshAt - issuedAt))
  useRenewal(now >= refreshAt + clockTolerance, refreshAt)

  return (
    <div className={styles.clock}>
      <p className={styles.reading}>
        <span role="timer" className={styles.time}>
          {asClock(remaining)}
        </span>
        <span className={styles.meaning}>
          {remaining > 0
            ? 'until the session refreshes'
            : 'Due. The next page you open refreshes it'}
        </span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.rest} style={{ scale: `${share} 1` }} />
      </div>
    </div>
  )
}

/** Asks for the page again, once for each `refreshAt`, as soon as it is due and visible. */
function useRenewal(due: boolean, refreshAt: number): void {
  const router = useRouter()

  useEffect(() => {
    if (!due) return
    if (document.visibilityState === 'visible') return router.refresh()

    const onVisible = () => router.refresh()
    document.addEventListener('visibilitychange', onVisible, { once: true })
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [due, refreshAt, router])
}

function asClock(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60]
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600))
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
