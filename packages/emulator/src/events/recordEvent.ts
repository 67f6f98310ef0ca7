import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { EventRecord } from '../store/eventRecords.ts'
import { newId } from '../store/id.ts'

/** What happened: the event's documented name and its documented, slim payload. */
export type NewEvent = Pick<EventRecord, 'event' | 'data' | 'context'>

/** Puts an event into the log and on its way to every webhook endpoint that wants it. */
export function recordEvent(environment: Environment, event: NewEvent): EventRecord {
  const { store, clock, deliveries } = environment
  const now = clock.now()
  const record = store.events.insert({
    object: 'event',
    id: newId('event', now),
    ...event,
    created_at: isoTime(now),
  })
  deliveries.add(record)
  return record
}
