import { invitations } from '@latchkey/core/contract'
import { callApi } from '../../administration/callApi.ts'
import { invitationState } from '../../authentication/invitation.ts'
import { rolesIn } from '../../authorization/roles.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Input, Select, Send } from '../frame/inputs.tsx'
import type { AboutOrganization } from './about.ts'

/** What is done to the invitations of an organization. */
export const invitationActions: Record<string, Action> = {
  invitations: async ({ context, form, param }) => {
    const organization_id = param('organization')
    const email = form.required('email', 'An email address')
    await callApi(context, invitations.send, {
      body: { email, organization_id, role_slug: form.required('role', 'A role') },
    })
    return { to: `organizations/${organization_id}`, notice: `${email} is invited: see the inbox.` }
  },
  'invitations/:invitation/resend': async ({ context, param }) => {
    const params = { id: param('invitation') }
    await callApi(context, invitations.resend, { params, body: {} })
    return { to: `organizations/${param('organization')}`, notice: 'It was sent once more.' }
  },
  'invitations/:invitation/revoke': async ({ context, param }) => {
    await callApi(context, invitations.revoke, { params: { id: param('invitation') } })
    return { to: `organizations/${param('organization')}`, notice: 'The invitation is revoked.' }
  },
}

/** Whom an organization has invited. */
export function OrganizationInvitations({ environment, organization }: AboutOrganization) {
  const to = `organizations/${organization.id}/invitations`
  const found = environment.store.invitations
    .filter(({ organization_id }) => organization_id === organization.id)
    .toReversed()
  const roles = rolesIn(environment, organization.id)
  return (
    <Section
      title="Invitations"
      action={
        <Fold summary="Invite somebody" form={to}>
          <Form to={to} label="Invite somebody">
            <Input name="email" label="Email" within="invitation" type="email" required />
            <Select
              name="role"
              label="Role"
              within="invitation"
              value="member"
              options={roles.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            <Send>Invite</Send>
          </Form>
        </Fold>
      }
    >
      {found.length === 0 ? (
        <Empty title="Nobody is invited">Invitations that your product sends appear here.</Empty>
      ) : (
        <Table
          caption="Invitations"
          columns={[
            { name: 'Email' },
            { name: 'State' },
            { name: 'Expires', wide: true },
            { name: 'Actions', hidden: true },
          ]}
        >
          {found.map((invitation) => {
            const { id, email, role_slug, token, expires_at } = invitation
            const state = invitationState(environment, invitation)
            return (
              <tr data-key={id} key={id}>
                <td>
                  {email}
                  <span class="under">{role_slug ?? 'member'}</span>
                </td>
                <td>
                  <Badge tone={state === 'accepted' ? 'good' : undefined}>{state}</Badge>
                </td>
                <td class="wide muted">
                  <Ago time={expires_at} now={environment.clock.now()} />
                </td>
                <td class="acts">
                  {state === 'pending' && (
                    <>
                      <a
                        class="small"
                        href={`/authkit/invite?invitation_token=${token}`}
                        aria-label={`Open the invitation of ${email}`}
                      >
                        Open
                      </a>
                      <Act to={`${to}/${id}/resend`} label={`Resend to ${email}`}>
                        Resend
                      </Act>
                      <Act to={`${to}/${id}/revoke`} label={`Revoke for ${email}`} danger>
                        Revoke
                      </Act>
                    </>
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
