import type { Environment } from '../environment.ts'
import type { EventRecord } from '../store/eventRecords.ts'

/** Which events to list; everything given must fit. */
export type EventFilter = {
  /** Names, e.g. `user.created`. */
  events?: readonly string[] | undefined
  organizationId?: string | undefined
  /** Only those that happened at this time (ISO 8601) or later. */
  since?: string | undefined
  /** Only those that happened before this time (ISO 8601). */
  until?: string | undefined
}

/** What happened, oldest first. */
export function listEvents(
  { store }: Environment,
  { events, organizationId, since, until }: EventFilter = {},
): EventRecord[] {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since)
  const to = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until)
  return store.events.filter((event) => {
    const time = Date.parse(event.created_at)
    return (
      time >= from &&
      time < to &&
      (events === undefined || events.includes(event.event)) &&
      (organizationId === undefined || organizationOf(event) === organizationId)
    )
  })
}

/** The organization that an event is about. */
function organizationOf({ data }: EventRecord): unknown {
  if (data.object === 'organization') return data.id
  if (typeof data.organization_id === 'string') return data.organization_id
  const within = data.organization_domain ?? data.group ?? data.sso ?? data.connection
  return (within as { organization_id?: unknown } | undefined)?.organization_id
}
