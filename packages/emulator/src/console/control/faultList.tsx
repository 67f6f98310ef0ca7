import type { Fault } from '../../control/faults.ts'
import { Badge, Empty, Table } from '../../ui/pieces.tsx'
import { Act } from '../frame/form.tsx'

/** The faults in force, and those that are used up. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) {
    return (
      <Empty title="Everything works">
        Add a fault, or choose one that is ready: the console itself is never hit.
      </Empty>
    )
  }
  return (
    <Table
      caption="Faults"
      columns={[
        { name: 'Requests' },
        { name: 'What happens' },
        { name: 'Hits' },
        { name: 'Actions', hidden: true },
      ]}
    >
      {faults.map((fault) => {
        const { id, method, path, count, hits } = fault
        return (
          <tr data-key={id} key={id}>
            <td class="mono small-text">
              <span class="method">{method ?? 'any'}</span>{' '}
              <span class="path">{path ?? '/**'}</span>
            </td>
            <td>{outcomeOf(fault)}</td>
            <td>
              {count === undefined ? hits : `${hits} of ${count}`}{' '}
              {count !== undefined && hits >= count && <Badge>over</Badge>}
            </td>
            <td class="acts">
              <Act
                to={`faults/${id}/remove`}
                label={`Remove the fault of ${path ?? 'every path'}`}
                danger
              >
                Remove
              </Act>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function outcomeOf({ status, reset, latency, probability }: Fault): string {
  const parts = [
    status !== undefined && `answers ${status}`,
    reset && 'cuts the connection',
    latency !== undefined && `takes ${latency} ms longer`,
    probability !== undefined && `${Math.round(probability * 100)} % of the time`,
  ]
  return parts.filter(Boolean).join(', ')
}
