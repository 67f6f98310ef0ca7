import { Refusal } from '../administration/refusal.ts'
import { isoTime } from '../clock.ts'
import { recordEvent } from '../events/recordEvent.ts'
import { Empty, Table } from '../ui/pieces.tsx'
import { Deed } from './frame.tsx'
import type { Room } from './room.ts'

const year = 365 * 24 * 60 * 60 * 1000

/** Certificate renewal. The emulator's provider signs nothing, but the product hears of it. */
export const certificates: Room = {
  title: 'Certificate renewal',
  summary:
    'The certificate that your identity provider signs with runs out, and a new one takes its place. The emulator’s provider has none: renewing sends the event that the application waits for.',
  deeds: {
    renew: ({ environment, organization, form }) => {
      const connection = environment.store.connections.get(form.text('connection'))
      if (connection?.organization_id !== organization.id) {
        throw new Refusal('The connection was deleted.')
      }
      const now = environment.clock.now()
      recordEvent(environment, {
        event: 'connection.saml_certificate_renewed',
        data: {
          connection: { id: connection.id, organization_id: organization.id },
          certificate: {
            certificate_type: 'ResponseSigning',
            expiry_date: isoTime(now + year),
          },
          renewed_at: isoTime(now),
        },
      })
    },
  },
  Content: ({ environment: { store }, organization, action }) => {
    const connections = store.connections.filter(
      ({ organization_id, connection_type }) =>
        organization_id === organization.id && connection_type.endsWith('SAML'),
    )
    if (connections.length === 0) {
      return <Empty title="No SAML connection">There is no certificate to renew.</Empty>
    }
    const renewals = store.events.filter(
      ({ event }) => event === 'connection.saml_certificate_renewed',
    )
    return (
      <Table
        caption="Connections"
        columns={[{ name: 'Connection' }, { name: 'Renewed' }, { name: 'Actions', hidden: true }]}
      >
        {connections.map(({ id, name, connection_type }) => {
          const latest = renewals.findLast(
            ({ data }) => (data.connection as { id?: string }).id === id,
          )
          return (
            <tr key={id}>
              <td>
                {name}
                <span class="under">{connection_type}</span>
              </td>
              <td class="muted">{latest ? latest.created_at.slice(0, 10) : 'never'}</td>
              <td class="acts">
                <Deed to={action('renew')} values={{ connection: id }} label={`Renew for ${name}`}>
                  Renew
                </Deed>
              </td>
            </tr>
          )
        })}
      </Table>
    )
  },
}
