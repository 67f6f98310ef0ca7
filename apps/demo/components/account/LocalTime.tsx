'use client'

import { useSyncExternalStore } from 'react'

interface LocalTimeProps {
  /** ISO 8601. */
  instant: string
  /** `date` is a day; `time` a time of day with seconds. */
  show: 'date' | 'time'
}

const formats: Record<LocalTimeProps['show'], Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long' },
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
}

/** An instant in the reader's own time zone; in UTC until the browser has taken over. */
export function LocalTime({ instant, show }: LocalTimeProps) {
  const format = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en-US', { ...formats[show], timeZone }).format(new Date(instant))

  const text = useSyncExternalStore(
    neverChanges,
    () => format(undefined),
    () => format('UTC'),
  )
  return <time dateTime={instant}>{text}</time>
}

const neverChanges = () => () => {}
