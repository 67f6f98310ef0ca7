import type {
  EventContextWire,
  EventDataWire,
  EventName,
  EventWire,
  KnownEventWire,
} from '../contract/index.ts'
import { type Camelized, camelize } from './casing.ts'

interface KnownEvent<Name extends EventName> {
  readonly kind: 'known'
  /** `event_…`; a repeated delivery carries the same, and so does the event log. */
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

/** An event that is newer than this kit: it comes from WorkOS, but its data is as it came. */
export interface UnknownEvent {
  readonly kind: 'unknown'
  readonly id: string
  readonly event: string
  readonly data: unknown
  readonly context: unknown
  /** ISO 8601. */
  readonly createdAt: string
}

/** An event as products see it, from the wire. */
export function toEvent(wire: EventWire): WorkOSEvent | UnknownEvent {
  if (wire.kind === 'known') return camelize(wire as KnownEventWire<EventName>) as WorkOSEvent
  const { created_at: createdAt, context, ...event } = wire
  return { ...event, context, createdAt }
}
