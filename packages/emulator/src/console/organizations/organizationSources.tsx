import { connectionTypes, directorySchema } from '@latchkey/core/contract'
import { makeConnection } from '../../administration/connections.ts'
import { makeDirectory } from '../../administration/directories.ts'
import { Refusal } from '../../administration/refusal.ts'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Form } from '../frame/form.tsx'
import { Fold, Input, Select, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'
import type { AboutOrganization } from './about.ts'

/** Kinds of directory, as the contract names them. */
const directoryTypes = directorySchema.shape.type.options[0].options

/** How connections and directories are made, for which WorkOS has no operation. */
export const sourceActions: Record<string, Action> = {
  connections: ({ environment, form, param }) => {
    const organizationId = param('organization')
    const type = form.text('type')
    if (!connectionTypes.some((each) => each === type)) {
      throw new Refusal('Choose a kind of connection.')
    }
    const name = form.required('name', 'A name')
    const { id } = makeConnection(environment, { organizationId, name, type, state: 'active' })
    return { to: `connections/${id}`, notice: 'The connection works. Say whom it knows.' }
  },
  directories: ({ environment, form, param }) => {
    const type = directoryTypes.find((each) => each === form.text('type'))
    if (!type) throw new Refusal('Choose a kind of directory.')
    const { id } = makeDirectory(environment, {
      organizationId: param('organization'),
      name: form.required('name', 'A name'),
      type,
    })
    return { to: `directories/${id}`, notice: 'The directory is linked. Add its people.' }
  },
}

/** Where an organization's people come from: SSO connections and directories. */
export function OrganizationSources({ environment, organization }: AboutOrganization) {
  const { store } = environment
  const isIts = (each: { organization_id: string | null }) =>
    each.organization_id === organization.id
  const connections = store.connections.filter(isIts)
  const directories = store.directories.filter(isIts)
  const to = `organizations/${organization.id}`
  return (
    <Section
      title="Connections and directories"
      action={
        <>
          <Fold summary="New connection" form={`${to}/connections`}>
            <Form to={`${to}/connections`} label="New connection">
              <Input
                name="name"
                label="Name"
                within="connection"
                value={`${organization.name} SSO`}
                required
              />
              <Select
                name="type"
                label="Kind"
                within="connection"
                value="GenericSAML"
                options={connectionTypes.map((value) => ({ value, label: value }))}
              />
              <Send>Make the connection</Send>
            </Form>
          </Fold>
          <Fold summary="New directory" form={`${to}/directories`}>
            <Form to={`${to}/directories`} label="New directory">
              <Input
                name="name"
                label="Name"
                within="directory"
                value={`${organization.name} directory`}
                required
              />
              <Select
                name="type"
                label="Kind"
                within="directory"
                value="okta scim v2.0"
                options={directoryTypes.map((value) => ({ value, label: value }))}
              />
              <Send>Make the directory</Send>
            </Form>
          </Fold>
        </>
      }
    >
      {connections.length + directories.length === 0 ? (
        <Empty title="No connection and no directory">
          A connection signs its people in at an identity provider of the emulator’s own. A
          directory has people and groups that your product hears of by events.
        </Empty>
      ) : (
        <Table
          caption="Connections and directories"
          columns={[{ name: 'Name' }, { name: 'State' }, { name: 'People' }]}
        >
          {connections.map(({ id, name, connection_type, state }) => (
            <tr data-key={id} key={id}>
              <td>
                <Link to={`connections/${id}`} class="row-link">
                  {name}
                </Link>
                <span class="under">SSO · {connection_type}</span>
              </td>
              <td>
                <Badge tone={state === 'active' ? 'good' : 'warn'}>{state}</Badge>
              </td>
              <td class="number">
                {store.profiles.filter(({ connection_id }) => connection_id === id).length}
              </td>
            </tr>
          ))}
          {directories.map(({ id, name, type, state }) => (
            <tr data-key={id} key={id}>
              <td>
                <Link to={`directories/${id}`} class="row-link">
                  {name}
                </Link>
                <span class="under">Directory · {type}</span>
              </td>
              <td>
                <Badge tone={state === 'linked' ? 'good' : 'warn'}>{state}</Badge>
              </td>
              <td class="number">
                {store.directoryUsers.filter(({ directory_id }) => directory_id === id).length}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
