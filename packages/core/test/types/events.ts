// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import type { EventName, EventPage, UnknownEvent, WorkOS, WorkOSEvent } from '../../src/index.ts'

const workos = {} as WorkOS

// The log holds what webhooks bring; an event's name tells what its data is.
const page = await workos.events.list({ limit: 7 })
expectTypeOf(page).toEqualTypeOf<EventPage>()
for await (const event of workos.events.list()) {
  expectTypeOf(event).toEqualTypeOf<WorkOSEvent | UnknownEvent>()
  if (event.kind === 'unknown') {
    expectTypeOf(event.event).toBeString()
    expectTypeOf(event.data).toBeUnknown()
    continue
  }
  expectTypeOf(event.event).toEqualTypeOf<EventName>()
  if (event.event === 'organization_membership.updated') {
    expectTypeOf(event.data.role.slug).toBeString()
    // @ts-expect-error Unlike the API's object it does not carry the user.
    event.data.user
  }
}

// Who asks for some events gets no others.
for await (const event of workos.events.list({ events: ['user.created', 'session.created'] })) {
  expectTypeOf(event).toEqualTypeOf<WorkOSEvent<'user.created' | 'session.created'>>()
  if (event.event === 'user.created') expectTypeOf(event.data.emailVerified).toBeBoolean()
}
const names: string[] = ['user.teleported']
expectTypeOf(workos.events.list({ events: names })[Symbol.asyncIterator]()).toEqualTypeOf<
  AsyncIterator<WorkOSEvent | UnknownEvent>
>()
// @ts-expect-error Not a moment.
workos.events.list({ events: ['user.created'], rangeStart: 7 })
