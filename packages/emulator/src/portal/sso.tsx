import type { connectionTypes } from '@latchkey/core/contract'
import { makeConnection, setConnectionState } from '../administration/connections.ts'
import { Refusal } from '../administration/refusal.ts'
import { Badge, Empty, Table } from '../ui/pieces.tsx'
import { Deed } from './frame.tsx'
import type { Room } from './room.ts'
import { SetUpForm } from './setUpForm.tsx'

/** Identity providers that are set up most; the others are among the console's. */
const providers = [
  ['OktaSAML', 'Okta'],
  ['AzureSAML', 'Entra ID'],
  ['GoogleSAML', 'Google Workspace'],
  ['GenericSAML', 'Another, by SAML'],
  ['GenericOIDC', 'Another, by OpenID Connect'],
] as const satisfies readonly (readonly [(typeof connectionTypes)[number], string])[]

/** Single sign-on: connections are made as drafts, and switched on. */
export const sso: Room = {
  title: 'Single sign-on',
  summary:
    'Your people sign in at your identity provider. The emulator stands in for it, so there is no metadata to exchange.',
  deeds: {
    make: ({ environment, organization, form }) => {
      const chosen = providers.find(([type]) => type === form.text('type'))
      if (!chosen) throw new Refusal('Choose an identity provider.')
      makeConnection(environment, {
        organizationId: organization.id,
        name: form.text('name') || `${organization.name} ${chosen[1]}`,
        type: chosen[0],
        state: 'draft',
      })
    },
    switch: ({ environment, organization, form }) => {
      const connection = environment.store.connections.get(form.text('connection'))
      if (connection?.organization_id !== organization.id) {
        throw new Refusal('The connection was deleted.')
      }
      const state = form.text('state') === 'active' ? 'active' : 'inactive'
      setConnectionState(environment, connection.id, state)
    },
  },
  Content: ({ environment, organization, action }) => {
    const connections = environment.store.connections.filter(
      ({ organization_id }) => organization_id === organization.id,
    )
    return (
      <>
        {connections.length === 0 ? (
          <Empty title="No connection yet">Choose your identity provider below.</Empty>
        ) : (
          <Table
            caption="Connections"
            columns={[{ name: 'Connection' }, { name: 'State' }, { name: 'Actions', hidden: true }]}
          >
            {connections.map(({ id, name, connection_type, state }) => (
              <tr key={id}>
                <td>
                  {name}
                  <span class="under">{connection_type}</span>
                </td>
                <td>
                  <Badge tone={state === 'active' ? 'good' : 'warn'}>{state}</Badge>
                </td>
                <td class="acts">
                  <Deed
                    to={action('switch')}
                    values={{ connection: id, state: state === 'active' ? 'inactive' : 'active' }}
                    label={`${state === 'active' ? 'Deactivate' : 'Activate'} ${name}`}
                  >
                    {state === 'active' ? 'Deactivate' : 'Activate'}
                  </Deed>
                </td>
              </tr>
            ))}
          </Table>
        )}
        <SetUpForm
          to={action('make')}
          label="Identity provider"
          providers={providers}
          submit="Set it up"
        />
      </>
    )
  },
}
