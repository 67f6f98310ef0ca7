import { rolesIn } from '../../authorization/roles.ts'
import type { Environment } from '../../environment.ts'
import type { UserRecord } from '../../store/records.ts'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Select, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'

/** The organizations that a user belongs to, with their role in each. */
export function UserMemberships({
  environment,
  user,
}: {
  environment: Environment
  user: UserRecord
}) {
  const { store } = environment
  const memberships = store.memberships.filter(({ user_id }) => user_id === user.id)
  const joined = new Set(memberships.map(({ organization_id }) => organization_id))
  const others = store.organizations.filter(({ id }) => !joined.has(id))
  const to = `users/${user.id}/memberships`
  return (
    <Section
      title="Memberships"
      action={
        others.length > 0 && (
          <Fold summary="Add to an organization" form={to}>
            <Form to={to} label="Add to an organization">
              <Select
                name="organization_id"
                label="Organization"
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Select
                name="role"
                label="Role"
                value="member"
                options={store.roles.all().map(({ slug, name }) => ({ value: slug, label: name }))}
              />
              <Send>Add</Send>
            </Form>
          </Fold>
        )
      }
    >
      {memberships.length === 0 ? (
        <Empty title="In no organization">Signing in leads to no organization.</Empty>
      ) : (
        <Table
          caption="Memberships"
          columns={[
            { name: 'Organization' },
            { name: 'Role' },
            { name: 'Status', wide: true },
            { name: 'Actions', hidden: true },
          ]}
        >
          {memberships.map((membership) => {
            const { id, organization_id, role_slugs, status } = membership
            const organization = store.organizations.get(organization_id)
            const name = organization?.name ?? organization_id
            return (
              <tr data-key={id} key={id}>
                <td>
                  <Link to={`organizations/${organization_id}`} class="row-link">
                    {name}
                  </Link>
                </td>
                <td>
                  <Form to={`${to}/${id}`} class="inline">
                    <select name="role" aria-label={`Role in ${name}`}>
                      {rolesIn(environment, organization_id).map((role) => (
                        <option
                          value={role.slug}
                          selected={role.slug === role_slugs[0]}
                          key={role.slug}
                        >
                          {role.name}
                        </option>
                      ))}
                    </select>
                    <button
                      type="submit"
                      class="small"
                      name="do"
                      value="role"
                      aria-label={`Set the role in ${name}`}
                    >
                      Set
                    </button>
                  </Form>
                </td>
                <td class="wide">
                  <Badge tone={status === 'active' ? 'good' : 'warn'}>{status}</Badge>
                </td>
                <td class="acts">
                  {status !== 'pending' && (
                    <Act
                      to={`${to}/${id}`}
                      values={{ do: status === 'active' ? 'deactivate' : 'reactivate' }}
                      label={`${status === 'active' ? 'Deactivate' : 'Reactivate'} in ${name}`}
                    >
                      {status === 'active' ? 'Deactivate' : 'Reactivate'}
                    </Act>
                  )}
                  <Act
                    to={`${to}/${id}`}
                    values={{ do: 'remove' }}
                    label={`Remove from ${name}`}
                    danger
                  >
                    Remove
                  </Act>
                </td>
              </tr>
            )
          })}
        </Table>
      )}
    </Section>
  )
}
