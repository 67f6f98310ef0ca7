import { sessionStatus } from '../../authentication/session.ts'
import type { Environment } from '../../environment.ts'
import type { UserRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Id, Section, Table } from '../../ui/pieces.tsx'
import { Act } from '../frame/form.tsx'

const shown = 20

/** Where a user is signed in, and was. */
export function UserSessions({
  environment,
  user,
}: {
  environment: Environment
  user: UserRecord
}) {
  const { store, clock } = environment
  const now = clock.now()
  const found = store.sessions.filter(({ user_id }) => user_id === user.id).toReversed()
  return (
    <Section
      title="Sessions"
      note={found.length > shown ? `The latest ${shown} of ${found.length}.` : undefined}
    >
      {found.length === 0 ? (
        <Empty title="Never signed in">Sign in as them in your application.</Empty>
      ) : (
        <Table
          caption="Sessions"
          columns={[
            { name: 'Session' },
            { name: 'Status' },
            { name: 'Began', wide: true },
            { name: 'Actions', hidden: true },
          ]}
        >
          {found.slice(0, shown).map((session) => {
            const status = sessionStatus(environment, session)
            const organization = store.organizations.get(session.organization_id ?? '')
            return (
              <tr data-key={session.id} key={session.id}>
                <td>
                  <Id>{session.id}</Id>
                  <span class="under">
                    {session.impersonator
                      ? `${session.impersonator.email} acting as them`
                      : `${session.method}${session.mfa ? ' and a second factor' : ''}`}
                    {organization && ` · ${organization.name}`}
                    {session.ip_address && ` · ${session.ip_address}`}
                  </span>
                </td>
                <td>
                  <Badge tone={status === 'active' ? 'good' : undefined}>{status}</Badge>
                </td>
                <td class="wide muted">
                  <Ago time={session.created_at} now={now} />
                </td>
                <td class="acts">
                  {status === 'active' && (
                    <Act
                      to={`users/${user.id}/sessions/${session.id}/revoke`}
                      label={`Revoke ${session.id}`}
                      danger
                    >
                      Revoke
                    </Act>
                  )}
                </td>
              </tr>
            )
          })}
        </Table>
      )}
    </Section>
  )
}
