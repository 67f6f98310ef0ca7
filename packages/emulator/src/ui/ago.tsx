const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A time as the distance from now, in words; the time itself is its title. */
export function Ago({ time, now }: { time: string | number; now: number }) {
  const date = new Date(time)
  return (
    <time datetime={date.toISOString()} title={absolute(date)}>
      {distance(date.getTime() - now)}
    </time>
  )
}

/** `2026-03-01 09:30:00.123 UTC`. */
export const absolute = (date: Date): string =>
  date.toISOString().replace('T', ' ').replace('Z', ' UTC')

/** `3 min ago`, `in 2 h`; what is nearer than five seconds is `now`. */
export function distance(milliseconds: number): string {
  const length = Math.abs(milliseconds)
  if (length < 5_000) return 'now'
  const text = duration(length)
  return milliseconds > 0 ? `in ${text}` : `${text} ago`
}

/** A length of time in its largest whole unit. */
export function duration(milliseconds: number): string {
  if (milliseconds < minute) return `${Math.floor(milliseconds / 1000)} s`
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min`
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`
  return `${Math.floor(milliseconds / day)} d`
}
