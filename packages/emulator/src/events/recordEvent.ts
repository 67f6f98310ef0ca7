import { events } from '@latchkey/core/contract'
import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { EventRecord } from '../store/eventRecords.ts'
import { newId } from '../store/id.ts'

/** What happened: the event's documented name and its documented, slim payload. */
export type NewEvent = Pick<EventRecord, 'event' | 'data' | 'context'>

/**
 * Puts an event into the log and on its way to every webhook endpoint that wants it. Of the payload
 * it tells what the contract declares and nothing else, so no code, token or link gets out.
 */
export function recordEvent(environment: Environment, happened: NewEvent): EventRecord {
  const { store, clock, deliveries } = environment
  const { event, data, context } = happened
  const now = clock.now()
  const declared = events[event]
  const record = store.events.insert({
    object: 'event',
    id: newId('event', now),
    event,
    data: declared.data.parse(data) as EventRecord['data'],
    created_at: isoTime(now),
    ...(context && { context: declared.context.parse(context) as EventRecord['context'] }),
  })
  deliveries.add(record)
  return record
}
