import type { AccessReason } from '@latchkey/core'

/** Seconds since the last proof of identity at most, of those that are wanted and not met. */
export function strictestAge(reasons: readonly AccessReason[]): number {
  return Math.min(...reasons.flatMap(({ wanted }) => (typeof wanted === 'number' ? wanted : [])))
}
