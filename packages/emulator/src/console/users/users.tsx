import { users } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { joinOrganization } from '../../authentication/invitation.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import type { UserRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Live, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Form } from '../frame/form.tsx'
import { Check, Fold, Input, Select, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'
import { showPage } from '../frame/page.tsx'
import { Search } from '../frame/search.tsx'
import { PersonFields } from './personFields.tsx'

const shown = 200

/** Everybody in the environment: found, listed and made. */
export function serveUserList(app: Hono<AppEnv>): void {
  app.get('/users', (context) => listUsers(context))
  serveAction(app, 'users', {
    page: listUsers,
    run: async ({ context, environment, form }) => {
      const password = form.exact('password')
      const made = await callApi(context, users.create, {
        body: {
          email: form.required('email', 'An email address'),
          first_name: form.text('first_name') || undefined,
          last_name: form.text('last_name') || undefined,
          email_verified: form.checked('email_verified'),
          ...(password !== '' && { password }),
        },
      })
      const organizationId = form.text('organization_id')
      if (organizationId !== '') joinOrganization(environment, { userId: made.id, organizationId })
      return { to: `users/${made.id}`, notice: `${made.email} is a user now.` }
    },
  })
}

const listUsers: Page = (context, attempt) => {
  const { environment } = context.var
  const sought = context.req.query('q')?.trim() ?? ''
  const found = findUsers(environment, sought)
  return showPage(context, {
    room: 'Users',
    summary: 'Everybody who can sign in. Choose somebody to edit them, or to act as them.',
    attempt,
    body: (
      <>
        <div class="tools">
          <Search to="users" value={sought} label="Find users" placeholder="Name, email or id" />
          <Fold summary="New user" form="users">
            <NewUser context={context} />
          </Fold>
        </div>
        <Live id="users">
          {found.length === 0 ? (
            <Empty title={sought === '' ? 'Nobody is here yet' : `Nobody matches “${sought}”`}>
              Make a user above, or sign up in your application.
            </Empty>
          ) : (
            <UserTable environment={environment} users={found.slice(0, shown)} />
          )}
          {found.length > shown && (
            <p class="muted">
              The first {shown} of {found.length}. Search to find the others.
            </p>
          )}
        </Live>
      </>
    ),
  })
}

function findUsers({ store }: Environment, sought: string): UserRecord[] {
  const wanted = sought.toLowerCase()
  return store.users.filter(({ id, email, name }) =>
    [id, email, name ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  )
}

function NewUser({ context }: { context: Context<AppEnv> }) {
  const organizations = context.var.environment.store.organizations.all()
  return (
    <Form to="users" label="New user">
      <PersonFields />
      <Input
        name="password"
        label="Password"
        type="password"
        hint="10 characters or more. Without one they sign in by an emailed code."
      />
      <Select
        name="organization_id"
        label="Organization"
        options={[
          { value: '', label: 'None' },
          ...organizations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Check name="email_verified" label="The address is verified" checked />
      <Send>Make the user</Send>
    </Form>
  )
}

function UserTable({ environment, users }: { environment: Environment; users: UserRecord[] }) {
  const { store, clock } = environment
  const now = clock.now()
  const organizationsOf = (userId: string) =>
    store.memberships
      .filter(({ user_id, status }) => user_id === userId && status === 'active')
      .flatMap(({ organization_id }) => store.organizations.get(organization_id)?.name ?? [])
  return (
    <Table
      caption="Users"
      columns={[
        { name: 'Name' },
        { name: 'Organizations', wide: true },
        { name: 'Signs in by', wide: true },
        { name: 'Last sign-in' },
      ]}
    >
      {users.map((user) => (
        <tr data-key={user.id} key={user.id}>
          <td>
            <Link to={`users/${user.id}`} class="row-link">
              {user.name ?? user.email}
            </Link>
            <span class="under">{user.email}</span>
          </td>
          <td class="wide">
            {organizationsOf(user.id).join(', ') || <span class="muted">none</span>}
          </td>
          <td class="wide">
            <Ways environment={environment} user={user} />
          </td>
          <td class="muted">
            {user.last_sign_in_at ? <Ago time={user.last_sign_in_at} now={now} /> : 'never'}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Ways({ environment, user }: { environment: Environment; user: UserRecord }) {
  const factor = environment.store.factors.find(
    ({ user_id, verified }) => user_id === user.id && verified,
  )
  return (
    <span class="badges">
      {user.password.type !== 'none' && <Badge>password</Badge>}
      {factor && <Badge tone="good">MFA</Badge>}
      {!user.email_verified && <Badge tone="warn">unverified</Badge>}
    </span>
  )
}
