import type { Environment } from '../../environment.ts'
import type { FactorRecord } from '../../store/authenticationRecords.ts'
import type { UserRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import { Act } from '../frame/form.tsx'

/** What a user signs in with besides a password: second factors, providers, and SSO profiles. */
export function UserFactors({ environment, user }: { environment: Environment; user: UserRecord }) {
  const { store, clock } = environment
  const factors = store.factors.filter(({ user_id }) => user_id === user.id)
  const identities = store.identities.filter(({ user_id }) => user_id === user.id)
  const profiles = store.profiles.filter(({ user_id }) => user_id === user.id)
  if (factors.length + identities.length + profiles.length === 0) {
    return (
      <Section title="Factors and identities">
        <Empty title="None">
          A second factor is set up at sign-in, where the organization’s policy asks for one.
        </Empty>
      </Section>
    )
  }
  return (
    <Section title="Factors and identities">
      <Table
        caption="Factors and identities"
        columns={[
          { name: 'What' },
          { name: 'Account' },
          { name: 'Since', wide: true },
          { name: 'Actions', hidden: true },
        ]}
      >
        {factors.map((factor) => (
          <tr data-key={factor.id} key={factor.id}>
            <td>
              {factorNames[factor.type]}{' '}
              {!factor.verified && <Badge tone="warn">not confirmed</Badge>}
            </td>
            <td>{accountOf(factor)}</td>
            <td class="wide muted">
              <Ago time={factor.created_at} now={clock.now()} />
            </td>
            <td class="acts">
              <Act
                to={`users/${user.id}/factors/${factor.id}/delete`}
                label={`Remove the ${factorNames[factor.type].toLowerCase()}`}
                danger
              >
                Remove
              </Act>
            </td>
          </tr>
        ))}
        {identities.map(({ id, provider, idp_id }) => (
          <tr data-key={id} key={id}>
            <td>{provider}</td>
            <td>{idp_id}</td>
            <td class="wide" />
            <td />
          </tr>
        ))}
        {profiles.map(({ id, connection_id, email, groups }) => (
          <tr data-key={id} key={id}>
            <td>{store.connections.get(connection_id)?.name ?? 'SSO'}</td>
            <td>
              {email}
              {groups.length > 0 && <span class="under">{groups.join(', ')}</span>}
            </td>
            <td class="wide" />
            <td />
          </tr>
        ))}
      </Table>
    </Section>
  )
}

const factorNames: Record<FactorRecord['type'], string> = {
  totp: 'Authenticator',
  sms: 'SMS',
  generic_otp: 'One-time code',
}

function accountOf(factor: FactorRecord): string {
  if (factor.type === 'totp') return `${factor.issuer} (${factor.account})`
  return factor.type === 'sms' ? factor.phone_number : ''
}
