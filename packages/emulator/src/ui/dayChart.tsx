const day = 24 * 60 * 60 * 1000
const height = 48

/** How often something happened on each day up to now, as bars. */
export function DayChart(props: {
  times: readonly number[]
  now: number
  days: number
  /** What is counted, e.g. `events`. */
  what: string
}) {
  const { now, days, what } = props
  const today = Math.floor(now / day)
  const counts = Array.from({ length: days }, () => 0)
  for (const time of props.times) {
    const index = days - 1 - (today - Math.floor(time / day))
    if (index >= 0 && index < days) counts[index] = (counts[index] ?? 0) + 1
  }
  const most = Math.max(...counts, 1)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${days * 10} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${total} ${what} in ${days} days, at most ${most} on one of them`}
      >
        {counts.map((count, index) => {
          const bar = Math.max((count / most) * height, count > 0 ? 2 : 1)
          const date = new Date((today - days + 1 + index) * day).toISOString().slice(0, 10)
          return (
            <rect
              x={String(index * 10 + 1)}
              y={String(height - bar)}
              width="8"
              height={String(bar)}
              class={count === 0 ? 'none' : undefined}
              key={date}
            >
              <title>{`${date}: ${count} ${what}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption>
        <span>{dateOf(today - days + 1)}</span>
        <span>{dateOf(today)}</span>
      </figcaption>
    </figure>
  )
}

const dateOf = (dayNumber: number): string =>
  new Date(dayNumber * day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
