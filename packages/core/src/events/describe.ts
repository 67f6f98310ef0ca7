import type { SessionClaims } from '../session/claims.ts'
import type { AuthEvent, EventSubject } from './event.ts'

/** Whose session it is, for an event of one's own. */
export function subjectOf({ userId, sessionId, organizationId }: SessionClaims): EventSubject {
  return { userId, sessionId, organizationId }
}

/**
 * An event in one line that may be pasted into an issue: ids are cut to their ends, because a
 * session's id is enough to end it.
 *
 * @example
 * ```ts
 * import { authKitFor, describeEvent, readEnvironment } from '@latchkey/core'
 *
 * const kit = authKitFor(readEnvironment(process.env), {
 *   onEvent: (event) => console.debug(describeEvent(event)),
 * })
 * ```
 */
export function describeEvent(event: AuthEvent): string {
  const { name, ...details } = event
  const words = Object.entries(flat(details)).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${shown(key, value)}`,
  )
  return ['latchkey', name, ...words].join(' ')
}

function flat(details: object): Record<string, unknown> {
  const { subject, ...rest } = details as { subject?: EventSubject }
  return { ...rest, ...subject }
}

function shown(key: string, value: unknown): string {
  if (key === 'duration') return `${Math.round(Number(value) * 10) / 10}ms`
  const text = String(value).replace(/[^!-~]+/g, '+')
  return key.endsWith('Id') ? `…${text.slice(-6)}` : text
}
