import { type Camelized, camelize } from '../client/casing.ts'
import {
  type EventContextWire,
  type EventDataWire,
  type EventName,
  eventEnvelopeSchema,
  events,
  isEventName,
} from '../contract/index.ts'
import { parseShape } from './payload.ts'

interface KnownEvent<Name extends EventName> {
  readonly kind: 'known'
  /** `event_…`; a repeated delivery carries the same. */
  readonly id: string
  readonly event: Name
  /** Slimmer than what the API returns: codes, tokens and links never travel in events. */
  readonly data: Camelized<EventDataWire<Name>>
  /** Who did it and what was before, where WorkOS tells. */
  readonly context: Camelized<EventContextWire<Name>>
  /** ISO 8601. */
  readonly createdAt: string
}

/**
 * An event of WorkOS, told apart by its name: `WorkOSEvent` is all of them,
 * `WorkOSEvent<'user.created'>` is one.
 */
export type WorkOSEvent<Name extends EventName = EventName> = {
  [Each in Name]: KnownEvent<Each>
}[Name]

/** An event that is newer than this kit: verified, but its data is as it came. */
export interface UnknownEvent {
  readonly kind: 'unknown'
  readonly id: string
  readonly event: string
  readonly data: unknown
  readonly context: unknown
  /** ISO 8601. */
  readonly createdAt: string
}

/**
 * Reads an event from the wire.
 *
 * @throws {PayloadError} where a known event is not in its documented shape.
 */
export function toEvent(wire: unknown): WorkOSEvent | UnknownEvent {
  const { id, event, data, context, created_at } = parseShape(eventEnvelopeSchema, wire)
  const shared = { id, createdAt: created_at }
  if (!isEventName(event)) return { kind: 'unknown', ...shared, event, data, context }
  const known: KnownEvent<EventName> = {
    kind: 'known',
    ...shared,
    event,
    data: camelize(parseShape(events[event].data, data, ['data'])),
    context: camelize(parseShape(events[event].context, context, ['context'])),
  }
  return known as WorkOSEvent
}
