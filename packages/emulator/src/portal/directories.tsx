import { makeDirectory } from '../administration/directories.ts'
import { Refusal } from '../administration/refusal.ts'
import { Badge, Empty, Table } from '../ui/pieces.tsx'
import type { Room } from './room.ts'
import { SetUpForm } from './setUpForm.tsx'

const providers = [
  ['okta scim v2.0', 'Okta'],
  ['azure scim v2.0', 'Entra ID'],
  ['gsuite directory', 'Google Workspace'],
  ['generic scim v2.0', 'Another, by SCIM'],
] as const

/** Directory sync: directories are linked here, and filled in the console. */
export const directories: Room = {
  title: 'Directory sync',
  summary:
    'The application learns of your people and groups. A directory that is linked here is filled in the emulator’s console.',
  deeds: {
    make: ({ environment, organization, form }) => {
      const chosen = providers.find(([type]) => type === form.text('type'))
      if (!chosen) throw new Refusal('Choose a directory.')
      const [type, name] = chosen
      makeDirectory(environment, {
        organizationId: organization.id,
        name: form.text('name') || `${organization.name} ${name}`,
        type,
      })
    },
  },
  Content: ({ environment: { store }, organization, action }) => {
    const linked = store.directories.filter(
      ({ organization_id }) => organization_id === organization.id,
    )
    return (
      <>
        {linked.length === 0 ? (
          <Empty title="No directory yet">Choose where your people are kept.</Empty>
        ) : (
          <Table
            caption="Directories"
            columns={[
              { name: 'Directory' },
              { name: 'State' },
              { name: 'People' },
              { name: 'Groups' },
            ]}
          >
            {linked.map(({ id, name, type, state }) => {
              const isIts = ({ directory_id }: { directory_id: string }) => directory_id === id
              return (
                <tr key={id}>
                  <td>
                    {name}
                    <span class="under">{type}</span>
                  </td>
                  <td>
                    <Badge tone={state === 'linked' ? 'good' : 'warn'}>{state}</Badge>
                  </td>
                  <td class="number">{store.directoryUsers.filter(isIts).length}</td>
                  <td class="number">{store.directoryGroups.filter(isIts).length}</td>
                </tr>
              )
            })}
          </Table>
        )}
        <SetUpForm to={action('make')} label="Directory" providers={providers} submit="Link it" />
      </>
    )
  },
}
