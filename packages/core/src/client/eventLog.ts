import type { Context } from '../context.ts'
import { type EventName, type EventWire, eventLog } from '../contract/index.ts'
import { type Camelized, camelize } from './casing.ts'
import type { UnknownEvent, WorkOSEvent } from './event.ts'
import { type CallOptions, methodOf } from './methods.ts'
import { type List, listFrom } from './pages.ts'

type Input = NonNullable<Parameters<ReturnType<typeof methodOf<typeof eventLog.list>>>[0]>

/** One page of the event log; it is read forwards. */
export interface EventPage<Event = WorkOSEvent | UnknownEvent> {
  readonly object: 'list'
  readonly data: readonly Event[]
  readonly listMetadata: { readonly after: string | null }
}

/**
 * What happened, as far back as WorkOS keeps it: the same events that webhooks deliver, and some
 * more. A reader that remembers the last id misses none.
 *
 * @example
 * ```ts
 * import type { WorkOS } from '@latchkey/core'
 *
 * async function catchUp(workos: WorkOS, after: string) {
 *   const log = workos.events.list({ events: ['user.created', 'user.deleted'], after })
 *   for await (const { id, event, data } of log) console.info(id, event, data.email)
 * }
 * ```
 */
export interface EventLog {
  /** Lists events of names that the kit knows. */
  list<Name extends EventName>(
    input: Omit<Input, 'events'> & { events: readonly Name[] },
    options?: CallOptions,
  ): List<WorkOSEvent<Name>, EventPage<WorkOSEvent<Name>>>
  /** Lists events of any name; `kind` tells which of them the kit knows. */
  list(input?: Input, options?: CallOptions): List<WorkOSEvent | UnknownEvent, EventPage>
}

/** The event log of an instance. */
export function eventLogOf(context: Context): EventLog {
  const read = methodOf(context, eventLog.list)
  const list = (input: Input = {}, options?: CallOptions) =>
    listFrom(input, async (query) => {
      const { data, ...page } = await read(query, options)
      return { ...page, data: data.map(withData) }
    })
  return { list: list as EventLog['list'] }
}

type Read = Camelized<EventWire>

/** Which schema renames the data of an event depends on its name, so that it is still as it came. */
function withData(event: Read): Read {
  return event.kind === 'known' ? (camelize(event) as Read) : event
}
