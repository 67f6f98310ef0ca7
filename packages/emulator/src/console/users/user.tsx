import { mfa, organizationMemberships, sessions, users } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { Refusal } from '../../administration/refusal.ts'
import { PageError } from '../../authkit/pageError.ts'
import type { AppEnv } from '../../environment.ts'
import type { UserRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Facts, Id, Live, Section } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Deletion, Form } from '../frame/form.tsx'
import { Check, Input, Send } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'
import { PersonFields } from './personFields.tsx'
import { UserFactors } from './userFactors.tsx'
import { UserMemberships } from './userMemberships.tsx'
import { UserSessions } from './userSessions.tsx'

/** One user: who they are, what they belong to, and how they are signed in. */
export function serveUserPage(app: Hono<AppEnv>): void {
  app.get('/users/:user', (context) => showUser(context))
  const action = (path: string, run: Parameters<typeof serveAction>[2]['run']) =>
    serveAction(app, `users/:user/${path}`, { page: showUser, run })

  action('edit', async ({ context, form, param }) => {
    await callApi(context, users.update, {
      params: { id: param('user') },
      body: {
        email: form.required('email', 'An email address'),
        first_name: form.text('first_name'),
        last_name: form.text('last_name'),
        external_id: form.text('external_id') || null,
        email_verified: form.checked('email_verified'),
      },
    })
    return { to: `users/${param('user')}`, notice: 'Saved.' }
  })
  action('password', async ({ context, form, param }) => {
    const params = { id: param('user') }
    await callApi(context, users.update, { params, body: { password: form.exact('password') } })
    return { to: `users/${param('user')}`, notice: 'The password is set.' }
  })
  action('delete', async ({ context, param }) => {
    await callApi(context, users.delete, { params: { id: param('user') } })
    return { to: 'users', notice: 'The user is deleted.' }
  })
  action('sessions/:session/revoke', async ({ context, param }) => {
    await callApi(context, sessions.revoke, { body: { session_id: param('session') } })
    return { to: `users/${param('user')}`, notice: 'The session is revoked.' }
  })
  action('factors/:factor/delete', async ({ context, param }) => {
    await callApi(context, mfa.deleteFactor, { params: { id: param('factor') } })
    return { to: `users/${param('user')}`, notice: 'The factor is removed.' }
  })
  action('memberships', async ({ context, form, param }) => {
    await callApi(context, organizationMemberships.create, {
      body: {
        user_id: param('user'),
        organization_id: form.required('organization_id', 'An organization'),
        role_slug: form.required('role', 'A role'),
      },
    })
    return { to: `users/${param('user')}`, notice: 'They are a member now.' }
  })
  action('memberships/:membership', async ({ context, form, param }) => {
    const params = { id: param('membership') }
    switch (form.text('do')) {
      case 'role': {
        const body = { role_slug: form.required('role', 'A role') }
        await callApi(context, organizationMemberships.update, { params, body })
        break
      }
      case 'deactivate':
        await callApi(context, organizationMemberships.deactivate, { params })
        break
      case 'reactivate':
        await callApi(context, organizationMemberships.reactivate, { params })
        break
      case 'remove':
        await callApi(context, organizationMemberships.delete, { params })
        break
      default:
        throw new Refusal('Say what to do with the membership.')
    }
    return { to: `users/${param('user')}` }
  })
}

function requireUser(context: Context<AppEnv>): UserRecord {
  const user = context.var.environment.store.users.get(context.req.param('user') ?? '')
  if (user) return user
  throw new PageError(404, { title: 'There is no such user', text: 'They may have been deleted.' })
}

const showUser: Page = (context, attempt) => {
  const user = requireUser(context)
  const { environment } = context.var
  const to = `users/${user.id}`
  return showPage(context, {
    room: 'Users',
    title: user.name ?? user.email,
    summary: user.email,
    parent: { to: 'users', name: 'Users' },
    attempt,
    action: (
      <a
        class="small"
        href={`/authkit/impersonate?environment=${environment.clientId}&user_id=${user.id}`}
      >
        Act as {user.first_name ?? user.email}
      </a>
    ),
    body: (
      <div class="split">
        <div>
          <Live id="memberships">
            <UserMemberships environment={environment} user={user} />
          </Live>
          <Live id="sessions">
            <UserSessions environment={environment} user={user} />
          </Live>
          <Live id="factors">
            <UserFactors environment={environment} user={user} />
          </Live>
        </div>
        <aside aria-label="About the user">
          <Live id="facts">
            <About user={user} now={environment.clock.now()} />
          </Live>
          <Section title="Edit">
            <Form to={`${to}/edit`} label="Edit">
              <PersonFields person={user} />
              <Input name="external_id" label="External id" value={user.external_id} mono />
              <Check
                name="email_verified"
                label="The address is verified"
                checked={user.email_verified}
              />
              <Send>Save</Send>
            </Form>
          </Section>
          <Section title="Password">
            <Form to={`${to}/password`} label="Password">
              <Input
                name="password"
                label="New password"
                type="password"
                hint="10 characters or more."
                required
              />
              <Send>Set the password</Send>
            </Form>
          </Section>
          <Deletion
            to={`${to}/delete`}
            what="Delete the user"
            warning="Memberships, factors and sessions go with them."
            button={`Delete ${user.email}`}
          />
        </aside>
      </div>
    ),
  })
}

function About({ user, now }: { user: UserRecord; now: number }) {
  const { password } = user
  return (
    <Facts
      facts={[
        ['Id', <Id>{user.id}</Id>],
        [
          'Address',
          user.email_verified ? (
            <Badge tone="good">verified</Badge>
          ) : (
            <Badge tone="warn">unverified</Badge>
          ),
        ],
        [
          'Password',
          password.type === 'seeded' ? (
            <code>{password.value}</code>
          ) : password.type === 'none' ? (
            <span class="muted">none</span>
          ) : (
            <span class="muted">chosen by the person</span>
          ),
        ],
        [
          'Last sign-in',
          user.last_sign_in_at ? <Ago time={user.last_sign_in_at} now={now} /> : 'never',
        ],
        ['Made', <Ago time={user.created_at} now={now} />],
        ...Object.entries(user.metadata ?? {}).map(
          ([name, value]) => [`metadata.${name}`, <code>{value}</code>] as const,
        ),
      ]}
    />
  )
}
