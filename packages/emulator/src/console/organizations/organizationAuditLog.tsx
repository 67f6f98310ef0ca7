import { Ago } from '../../ui/ago.tsx'
import { DayChart } from '../../ui/dayChart.tsx'
import { Empty, Section, Table } from '../../ui/pieces.tsx'
import type { AboutOrganization } from './about.ts'

const shown = 8

/** What happened in an organization, as its audit log tells it. */
export function OrganizationAuditLog({ environment, organization }: AboutOrganization) {
  const now = environment.clock.now()
  const events = environment.store.auditLogEvents
    .filter(({ organization_id }) => organization_id === organization.id)
    .sort((a, b) => b.occurred_at.localeCompare(a.occurred_at))
  return (
    <Section title="Audit log" note={events.length > 0 ? `${events.length} events` : undefined}>
      {events.length === 0 ? (
        <Empty title="No audit log yet">Events that your product sends appear here.</Empty>
      ) : (
        <>
          <DayChart
            times={events.map(({ occurred_at }) => Date.parse(occurred_at))}
            now={now}
            days={30}
            what="events"
          />
          <Table
            caption="Latest events of the audit log"
            columns={[{ name: 'Action' }, { name: 'Actor' }, { name: 'When' }]}
          >
            {events.slice(0, shown).map(({ id, action, actor, targets, occurred_at }) => (
              <tr data-key={id} key={id}>
                <td>
                  <code>{action}</code>
                  <span class="under">
                    {targets.map(({ name, id: target }) => name ?? target).join(', ')}
                  </span>
                </td>
                <td>{actor.name ?? actor.id}</td>
                <td class="muted">
                  <Ago time={occurred_at} now={now} />
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </Section>
  )
}
