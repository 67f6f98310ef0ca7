import type { Hono } from 'hono'
import type { AppEnv } from '../../environment.ts'
import { listEvents } from '../../events/listEvents.ts'
import type { EventRecord } from '../../store/eventRecords.ts'
import { Ago } from '../../ui/ago.tsx'
import { Empty, Id, Json, Live } from '../../ui/pieces.tsx'
import type { Page } from '../frame/action.ts'
import { showPage } from '../frame/page.tsx'
import { Search } from '../frame/search.tsx'

const shown = 100

/** What happened, newest first, with the payload that webhooks carry. */
export function serveEventsPage(app: Hono<AppEnv>): void {
  app.get('/events', (context) => showEvents(context))
}

const showEvents: Page = (context, attempt) => {
  const { environment } = context.var
  const sought = context.req.query('q')?.trim() ?? ''
  const wanted = sought.toLowerCase()
  const all = listEvents(environment)
  const found = all.toReversed().filter((event) => matches(event, wanted))
  return showPage(context, {
    room: 'Events',
    summary: 'What happened, as GET /events lists it and webhooks carry it.',
    attempt,
    body: (
      <>
        <div class="tools">
          <Search
            to="events"
            value={sought}
            label="Find events"
            placeholder="Name, id or address"
          />
        </div>
        <Live id="events">
          {found.length === 0 ? (
            <Empty
              title={sought === '' ? 'Nothing has happened yet' : `No event matches “${sought}”`}
            >
              Sign in, or change something by the API: each change is an event.
            </Empty>
          ) : (
            <ol class="log">
              {found.slice(0, shown).map((event) => (
                <Event event={event} now={environment.clock.now()} key={event.id} />
              ))}
            </ol>
          )}
          {found.length > shown && (
            <p class="muted">
              The latest {shown} of {found.length}.
            </p>
          )}
        </Live>
      </>
    ),
  })
}

const matches = (event: EventRecord, wanted: string): boolean =>
  wanted === '' || JSON.stringify(event).toLowerCase().includes(wanted)

/** One event; it unfolds to its payload. */
export function Event({ event, now }: { event: EventRecord; now: number }) {
  return (
    <li data-key={event.id}>
      <details id={event.id}>
        <summary>
          <code>{event.event}</code>
          <span class="log-about">{aboutOf(event)}</span>
          <Ago time={event.created_at} now={now} />
        </summary>
        <div class="log-body">
          <Id>{event.id}</Id>
          <Json value={event.data} />
        </div>
      </details>
    </li>
  )
}

/** Whom or what an event is about, in the shortest words of its payload. */
function aboutOf({ data }: EventRecord): string {
  const user = data.user as Record<string, unknown> | undefined
  const group = data.group as Record<string, unknown> | undefined
  const found =
    user && group
      ? `${user.email} · ${group.name}`
      : (data.email ?? data.name ?? data.domain ?? data.slug ?? data.id ?? data.user_id)
  return typeof found === 'string' ? found : ''
}
