import type { EventName } from '@latchkey/core/contract'
import type { NewEvent } from './recordEvent.ts'

type Payload = Record<string, unknown>

/** Kinds of object with `created`, `updated` and `deleted` events. */
type Kind<Name = EventName> = Name extends `${infer Each}.created`
  ? `${Each}.updated` | `${Each}.deleted` extends EventName
    ? Each
    : never
  : never

/** `<kind>.created`, `<kind>.updated` and `<kind>.deleted`. */
export function lifecycle<Item>(
  kind: Kind,
  { before, after }: { before: Item | null; after: Item | null },
  present: (item: Item) => Payload,
): NewEvent[] {
  if (!after) return before ? [{ event: `${kind}.deleted`, data: present(before) }] : []
  return [{ event: before ? `${kind}.updated` : `${kind}.created`, data: present(after) }]
}

/** An event for what is made, and none for what becomes of it. */
export function onlyMade<Item>(
  event: EventName,
  { before, after }: { before: Item | null; after: Item | null },
  present: (item: Item) => Payload,
): NewEvent[] {
  return after && !before ? [{ event, data: present(after) }] : []
}
