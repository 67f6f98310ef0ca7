import { connections } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { setConnectionState } from '../../administration/connections.ts'
import { Refusal } from '../../administration/refusal.ts'
import { saveProfile } from '../../authentication/singleSignOn.ts'
import { isEmail } from '../../authkit/form.ts'
import { PageError } from '../../authkit/pageError.ts'
import type { AppEnv } from '../../environment.ts'
import type { ConnectionRecord, ProfileRecord } from '../../store/authenticationRecords.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Facts, Id, Live, Section, Table } from '../../ui/pieces.tsx'
import { type Action, type Page, serveAction } from '../frame/action.ts'
import { Act, Deletion, Form } from '../frame/form.tsx'
import { Fold, Input, Send, TextInput } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'
import { PersonFields } from '../users/personFields.tsx'
import { metadataLines, readMetadata } from './metadata.ts'

/** One SSO connection: whether it works, and the people its identity provider knows. */
export function serveConnectionPage(app: Hono<AppEnv>): void {
  app.get('/connections/:connection', (context) => showConnection(context))
  const page = showConnection

  serveAction(app, 'connections/:connection/state', {
    page,
    run: ({ context, environment, form }) => {
      const { id } = requireConnection(context)
      const state = form.text('state') === 'active' ? 'active' : 'inactive'
      setConnectionState(environment, id, state)
      return { to: `connections/${id}`, notice: `The connection is ${state}.` }
    },
  })
  for (const path of ['people', 'people/:profile']) {
    serveAction(app, `connections/:connection/${path}`, { page, run: savePerson })
  }
  serveAction(app, 'connections/:connection/people/:profile/delete', {
    page,
    run: ({ environment, param }) => {
      environment.store.profiles.delete(param('profile'))
      return { to: `connections/${param('connection')}`, notice: 'It knows them no longer.' }
    },
  })
  serveAction(app, 'connections/:connection/delete', {
    page,
    run: async ({ context }) => {
      const { id, organization_id } = requireConnection(context)
      await callApi(context, connections.delete, { params: { id } })
      const to = organization_id === null ? 'organizations' : `organizations/${organization_id}`
      return { to, notice: 'The connection is deleted.' }
    },
  })
}

const savePerson: Action = ({ context, environment, form }) => {
  const connection = requireConnection(context)
  const email = form.required('email', 'An email address')
  if (!isEmail(email)) throw new Refusal('Enter an email address.')
  saveProfile(environment, {
    connection,
    assertion: {
      idp_id: form.text('idp_id') || email.toLowerCase(),
      email,
      first_name: form.text('first_name') || null,
      last_name: form.text('last_name') || null,
      groups: form.list('groups'),
      custom_attributes: readMetadata(form.exact('attributes')),
    },
  })
  return { to: `connections/${connection.id}`, notice: `It knows ${email}.` }
}

function requireConnection(context: Context<AppEnv>): ConnectionRecord {
  const id = context.req.param('connection') ?? ''
  const connection = context.var.environment.store.connections.get(id)
  if (connection) return connection
  throw new PageError(404, { title: 'There is no such connection', text: 'It may be deleted.' })
}

const showConnection: Page = (context, attempt) => {
  const connection = requireConnection(context)
  const { store, clock } = context.var.environment
  const { id, name, state, connection_type, organization_id, created_at } = connection
  const organization = store.organizations.get(organization_id ?? '')
  const people = store.profiles.filter(({ connection_id }) => connection_id === id)
  const to = `connections/${id}`
  const works = state === 'active'
  return showPage(context, {
    room: 'Organizations',
    title: name,
    summary: `Single sign-on of ${organization?.name ?? 'an organization'}.`,
    parent: organization
      ? { to: `organizations/${organization.id}`, name: organization.name }
      : { to: 'organizations', name: 'Organizations' },
    attempt,
    action: (
      <Act to={`${to}/state`} values={{ state: works ? 'inactive' : 'active' }}>
        {works ? 'Deactivate' : 'Activate'}
      </Act>
    ),
    body: (
      <div class="split">
        <Live id="people">
          <Section
            title="People"
            note="The identity provider’s page offers them; it takes anybody else’s word too."
            action={
              <Fold summary="Add somebody" form={`${to}/people`}>
                <Person to={`${to}/people`} />
              </Fold>
            }
          >
            {people.length === 0 ? (
              <Empty title="It knows nobody yet">
                Add somebody, or sign in: whoever does is kept with their groups.
              </Empty>
            ) : (
              <People to={`${to}/people`} people={people} />
            )}
          </Section>
        </Live>
        <aside aria-label="About the connection">
          <Live id="facts">
            <Facts
              facts={[
                ['Id', <Id>{id}</Id>],
                ['Kind', connection_type],
                ['State', <Badge tone={works ? 'good' : 'warn'}>{state}</Badge>],
                ['Made', <Ago time={created_at} now={clock.now()} />],
              ]}
            />
          </Live>
          <Deletion
            to={`${to}/delete`}
            what="Delete the connection"
            warning="Its people then sign in by what the policy leaves."
            button={`Delete ${name}`}
          />
        </aside>
      </div>
    ),
  })
}

const People = ({ to, people }: { to: string; people: ProfileRecord[] }) => (
  <Table
    caption="People"
    columns={[{ name: 'Name' }, { name: 'Groups' }, { name: 'Actions', hidden: true }]}
  >
    {people.map((person) => {
      const { id, email, first_name, last_name, groups, custom_attributes } = person
      return (
        <tr data-key={id} key={id}>
          <td>
            {[first_name, last_name].filter(Boolean).join(' ') || email}
            <span class="under">{email}</span>
          </td>
          <td>
            {groups.join(', ') || <span class="muted">none</span>}
            <span class="under mono">
              {metadataLines(custom_attributes).replaceAll('\n', ' · ')}
            </span>
            <Fold summary="Change" form={`${to}/${id}`}>
              <Person to={`${to}/${id}`} person={person} />
            </Fold>
          </td>
          <td class="acts">
            <Act to={`${to}/${id}/delete`} label={`Remove ${email}`} danger>
              Remove
            </Act>
          </td>
        </tr>
      )
    })}
  </Table>
)

function Person({ to, person }: { to: string; person?: ProfileRecord }) {
  const within = person?.id ?? 'new'
  return (
    <Form to={to} label={person ? `Change ${person.email}` : 'Add somebody'}>
      {person && <input type="hidden" name="idp_id" value={person.idp_id} />}
      <PersonFields within={within} person={person} />
      <Input
        name="groups"
        label="Groups"
        within={within}
        value={person?.groups.join(', ')}
        hint="With commas between."
      />
      <TextInput
        name="attributes"
        label="Attributes"
        within={within}
        value={metadataLines(person?.custom_attributes ?? {})}
        hint="One per line: name=value."
        rows={2}
      />
      <Send>{person ? 'Save' : 'Add'}</Send>
    </Form>
  )
}
