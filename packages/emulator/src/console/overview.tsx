import type { Context, Hono } from 'hono'
import { originOf } from '../api/origin.ts'
import { sessionStatus } from '../authentication/session.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { listEvents } from '../events/listEvents.ts'
import { DayChart } from '../ui/dayChart.tsx'
import { Badge, Empty, Live, Section } from '../ui/pieces.tsx'
import type { Page } from './frame/action.ts'
import { Link } from './frame/link.tsx'
import { showPage } from './frame/page.tsx'
import { Event } from './traffic/events.tsx'
import { RequestLines } from './traffic/requests.tsx'

/** What there is, what goes on, and how an application is pointed here. */
export function serveOverview(app: Hono<AppEnv>): void {
  app.get('/', (context) => showOverview(context))
}

const showOverview: Page = (context, attempt) => {
  const { environment } = context.var
  return showPage(context, {
    room: 'Overview',
    summary: 'WorkOS on this machine: what there is, and what goes on.',
    attempt,
    body: (
      <>
        <Live id="figures">
          <Figures environment={environment} />
        </Live>
        <div class="split even">
          <Live id="events">
            <LatestEvents environment={environment} />
          </Live>
          <Live id="requests">
            <LatestRequests environment={environment} />
          </Live>
        </div>
        <div class="split even">
          <Live id="activity">
            <Activity environment={environment} />
          </Live>
          <Credentials context={context} />
        </div>
      </>
    ),
  })
}

function Figures({ environment }: { environment: Environment }) {
  const { store, requests } = environment
  const active = store.sessions.filter(
    (session) => sessionStatus(environment, session) === 'active',
  ).length
  const refused = requests.list().filter(({ status }) => status === 0 || status >= 400).length
  const figures = [
    { name: 'Users', value: store.users.all().length, to: 'users' },
    { name: 'Organizations', value: store.organizations.all().length, to: 'organizations' },
    { name: 'Active sessions', value: active, to: 'users' },
    { name: 'Emails', value: store.emails.all().length, to: 'inbox' },
    { name: 'Events', value: store.events.all().length, to: 'events' },
    { name: 'Refused requests', value: refused, to: 'requests?refused=yes' },
  ]
  return (
    <ul class="figures">
      {figures.map(({ name, value, to }) => (
        <li key={name}>
          <Link to={to}>
            <b>{value}</b> {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LatestEvents({ environment }: { environment: Environment }) {
  const latest = listEvents(environment).slice(-8).toReversed()
  return (
    <Section title="Latest events" action={<Link to="events">All events</Link>}>
      {latest.length === 0 ? (
        <Empty title="Nothing has happened yet">Sign in to your application.</Empty>
      ) : (
        <ol class="log">
          {latest.map((event) => (
            <Event event={event} now={environment.clock.now()} key={event.id} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function LatestRequests({ environment }: { environment: Environment }) {
  const latest = environment.requests.list().slice(-8).toReversed()
  return (
    <Section title="Latest requests" action={<Link to="requests">All requests</Link>}>
      {latest.length === 0 ? (
        <Empty title="Nothing was asked yet">Point your application here, as said below.</Empty>
      ) : (
        <RequestLines requests={latest} now={environment.clock.now()} />
      )}
    </Section>
  )
}

function Activity({ environment }: { environment: Environment }) {
  const { store, clock } = environment
  const times = store.auditLogEvents.all().map(({ occurred_at }) => Date.parse(occurred_at))
  return (
    <Section title="Audit logs" note="of all organizations, 30 days">
      {times.length === 0 ? (
        <Empty title="No audit logs yet">A seed with history makes up thirty days of them.</Empty>
      ) : (
        <DayChart times={times} now={clock.now()} days={30} what="events" />
      )}
    </Section>
  )
}

function Credentials({ context }: { context: Context<AppEnv> }) {
  const { apiKey, clientId } = context.var.environment
  const { hostname, port, protocol } = new URL(originOf(context))
  const https = protocol === 'https:'
  const lines = [
    `WORKOS_API_KEY=${apiKey}`,
    `WORKOS_CLIENT_ID=${clientId}`,
    `WORKOS_API_HOSTNAME=${hostname}`,
    `WORKOS_API_PORT=${port || (https ? '443' : '80')}`,
    `WORKOS_API_HTTPS=${https}`,
  ]
  return (
    <Section title="Your application" note={<Badge>.env</Badge>}>
      <pre class="json" tabindex={0}>
        {lines.join('\n')}
      </pre>
    </Section>
  )
}
