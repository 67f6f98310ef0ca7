/** A slug as words: `budget_owner` becomes “Budget owner”. */
export function readableSlug(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** An id short enough to read aloud, its telling end kept: `session_01H…` becomes `session_…4F2K`. */
export function shortId(id: string): string {
  const [prefix, rest] = id.split(/_(?=[^_]+$)/)
  return rest === undefined || rest.length <= 8 ? id : `${prefix}_…${rest.slice(-6)}`
}
