import { organizationMemberships } from '@latchkey/core/contract'
import { callApi } from '../../administration/callApi.ts'
import { Refusal } from '../../administration/refusal.ts'
import { findUserByEmail } from '../../authentication/user.ts'
import { rolesIn } from '../../authorization/roles.ts'
import type { MembershipRecord } from '../../store/records.ts'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Input, Select, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'
import type { AboutOrganization } from './about.ts'

/** What is done to the members of an organization. */
export const memberActions: Record<string, Action> = {
  members: async ({ context, environment, form, param }) => {
    const organization_id = param('organization')
    const email = form.required('email', 'An email address')
    const user = findUserByEmail(environment, email)
    if (!user) throw new Refusal(`Nobody has the address ${email}. Invite them instead.`)
    await callApi(context, organizationMemberships.create, {
      body: { user_id: user.id, organization_id, role_slug: form.required('role', 'A role') },
    })
    return { to: `organizations/${organization_id}`, notice: `${email} is a member now.` }
  },
  'members/:membership': async ({ context, form, param }) => {
    const params = { id: param('membership') }
    const role_slugs = form.all('role')
    if (role_slugs.length === 0) throw new Refusal('A member has a role.')
    await callApi(context, organizationMemberships.update, { params, body: { role_slugs } })
    return { to: `organizations/${param('organization')}`, notice: 'The role is set.' }
  },
  'members/:membership/remove': async ({ context, param }) => {
    const params = { id: param('membership') }
    await callApi(context, organizationMemberships.delete, { params })
    return { to: `organizations/${param('organization')}`, notice: 'They are no member any more.' }
  },
}

/** The members of an organization with their roles. */
export function OrganizationMembers({ environment, organization }: AboutOrganization) {
  const { store } = environment
  const to = `organizations/${organization.id}/members`
  const members = store.memberships.filter(
    ({ organization_id }) => organization_id === organization.id,
  )
  const roles = rolesIn(environment, organization.id).map(({ slug, name }) => ({
    value: slug,
    label: name,
  }))
  return (
    <Section
      title="Members"
      action={
        <Fold summary="Add a member" form={to}>
          <Form to={to} label="Add a member">
            <Input name="email" label="Email of a user" within="member" type="email" required />
            <Select name="role" label="Role" within="member" value="member" options={roles} />
            <Send>Add</Send>
          </Form>
        </Fold>
      }
    >
      {members.length === 0 ? (
        <Empty title="No members yet">Add a user, or invite somebody.</Empty>
      ) : (
        <Table
          caption="Members"
          columns={[{ name: 'Name' }, { name: 'Role' }, { name: 'Actions', hidden: true }]}
        >
          {members.map((membership) => (
            <Member
              environment={environment}
              organization={organization}
              membership={membership}
              roles={roles}
              key={membership.id}
            />
          ))}
        </Table>
      )}
    </Section>
  )
}

function Member(
  props: AboutOrganization & {
    membership: MembershipRecord
    roles: readonly { value: string; label: string }[]
  },
) {
  const { id, user_id, role_slugs, status } = props.membership
  const user = props.environment.store.users.get(user_id)
  const name = user?.name ?? user?.email ?? user_id
  const to = `organizations/${props.organization.id}/members/${id}`
  const [, ...further] = role_slugs
  return (
    <tr data-key={id}>
      <td>
        <Link to={`users/${user_id}`} class="row-link">
          {name}
        </Link>{' '}
        {status !== 'active' && <Badge tone="warn">{status}</Badge>}
        <span class="under">{user?.email}</span>
      </td>
      <td>
        <Form to={to} class="inline">
          <select name="role" aria-label={`Role of ${name}`}>
            {props.roles.map(({ value, label }) => (
              <option value={value} selected={value === role_slugs[0]} key={value}>
                {label}
              </option>
            ))}
          </select>
          {further.map((slug) => (
            <input type="hidden" name="role" value={slug} key={slug} />
          ))}
          <button type="submit" class="small" aria-label={`Set the role of ${name}`}>
            Set
          </button>
        </Form>
        {further.length > 0 && <span class="under">and {further.join(', ')}</span>}
      </td>
      <td class="acts">
        <Act to={`${to}/remove`} label={`Remove ${name}`} danger>
          Remove
        </Act>
      </td>
    </tr>
  )
}
