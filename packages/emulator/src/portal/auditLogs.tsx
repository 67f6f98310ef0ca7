import { toCsv } from '../auditLogs/csv.ts'
import type { AuditLogEventRecord } from '../store/resourceRecords.ts'
import { absolute } from '../ui/ago.tsx'
import { DayChart } from '../ui/dayChart.tsx'
import { Empty, Table } from '../ui/pieces.tsx'
import type { Room } from './room.ts'
import type { Visit } from './visit.ts'

const shown = 100

/** The organization's audit log: what happened, by whom, and all of it as CSV. */
export const auditLogs: Room = {
  title: 'Audit logs',
  summary: 'What happened in your organization, newest first.',
  deeds: {},
  files: {
    'audit-log.csv': (context, visit) =>
      context.body(toCsv(auditLogOf(visit)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit-log.csv"',
        'Cache-Control': 'no-store',
      }),
  },
  Content: ({ action, ...visit }) => {
    const events = auditLogOf(visit).reverse()
    if (events.length === 0) {
      return <Empty title="Nothing has happened yet">The application sends what happens.</Empty>
    }
    return (
      <>
        <DayChart
          times={events.map(({ occurred_at }) => Date.parse(occurred_at))}
          now={visit.environment.clock.now()}
          days={30}
          what="events"
        />
        <p class="portal-row">
          <span class="muted">
            {events.length > shown
              ? `The latest ${shown} of ${events.length} events.`
              : `${events.length} events.`}
          </span>
          <a class="small" href={action('audit-log.csv')}>
            All as CSV
          </a>
        </p>
        <Table
          caption="Audit log"
          columns={[
            { name: 'Action' },
            { name: 'Actor' },
            { name: 'Where', wide: true },
            { name: 'When' },
          ]}
        >
          {events
            .slice(0, shown)
            .map(({ id, action: name, actor, targets, context, occurred_at }) => (
              <tr key={id}>
                <td>
                  <code>{name}</code>
                  <span class="under">
                    {targets.map((target) => target.name ?? target.id).join(', ')}
                  </span>
                </td>
                <td>{actor.name ?? actor.id}</td>
                <td class="wide mono small-text">{context.location}</td>
                <td class="muted">
                  <time datetime={occurred_at}>{absolute(new Date(occurred_at)).slice(0, 16)}</time>
                </td>
              </tr>
            ))}
        </Table>
      </>
    )
  },
}

/** The audit log of an organization, oldest first. */
export const auditLogOf = ({ environment, organization }: Visit): AuditLogEventRecord[] =>
  environment.store.auditLogEvents
    .filter(({ organization_id }) => organization_id === organization.id)
    .sort((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at))
