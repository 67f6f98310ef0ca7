import { organizationRoles } from '@latchkey/core/contract'
import { callApi } from '../../administration/callApi.ts'
import { rolesIn } from '../../authorization/roles.ts'
import { Badge, Section, Table } from '../../ui/pieces.tsx'
import { ChangePermissions, PermissionChecks } from '../access/rolePermissions.tsx'
import type { Action } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Input, Send } from '../frame/inputs.tsx'
import type { AboutOrganization } from './about.ts'

/** What is done to the roles that an organization has for itself. */
export const roleActions: Record<string, Action> = {
  roles: async ({ context, form, param }) => {
    const organization_id = param('organization')
    const name = form.required('name', 'A name')
    const made = await callApi(context, organizationRoles.create, {
      params: { organization_id },
      body: { name, slug: form.text('slug') || undefined },
    })
    await callApi(context, organizationRoles.setPermissions, {
      params: { organization_id, role_slug: made.slug },
      body: { permissions: form.all('permissions') },
    })
    return { to: `organizations/${organization_id}`, notice: `${name} is a role now.` }
  },
  'roles/:slug': async ({ context, form, param }) => {
    const organization_id = param('organization')
    await callApi(context, organizationRoles.setPermissions, {
      params: { organization_id, role_slug: param('slug') },
      body: { permissions: form.all('permissions') },
    })
    return { to: `organizations/${organization_id}`, notice: 'The permissions are set.' }
  },
  'roles/:slug/delete': async ({ context, param }) => {
    const organization_id = param('organization')
    const params = { organization_id, slug: param('slug') }
    await callApi(context, organizationRoles.delete, { params })
    return { to: `organizations/${organization_id}`, notice: 'The role is deleted.' }
  },
}

/** Every role that counts in an organization; its own can be changed here. */
export function OrganizationRoles({ environment, organization }: AboutOrganization) {
  const to = `organizations/${organization.id}/roles`
  return (
    <Section
      title="Roles and permissions"
      action={
        <Fold summary="New role" form={to}>
          <Form to={to} label="New role">
            <Input name="name" label="Name" within="role" required />
            <Input
              name="slug"
              label="Slug"
              within="role"
              mono
              hint="Begins with org-; made of the name unless given."
            />
            <PermissionChecks environment={environment} legend="Permissions" values={[]} />
            <Send>Make the role</Send>
          </Form>
        </Fold>
      }
    >
      <Table
        caption="Roles"
        columns={[{ name: 'Role' }, { name: 'Permissions' }, { name: 'Actions', hidden: true }]}
      >
        {rolesIn(environment, organization.id).map((role) => {
          const own = 'organization_id' in role
          return (
            <tr data-key={role.slug} key={role.slug}>
              <td>
                {role.name} {own && <Badge>its own</Badge>}
                <span class="under mono">{role.slug}</span>
              </td>
              <td class="mono small-text">
                {role.permissions.join(', ') || <span class="muted">none</span>}
                {own && (
                  <ChangePermissions
                    to={`${to}/${role.slug}`}
                    environment={environment}
                    role={role}
                  />
                )}
              </td>
              <td class="acts">
                {own && (
                  <Act to={`${to}/${role.slug}/delete`} label={`Delete ${role.name}`} danger>
                    Delete
                  </Act>
                )}
              </td>
            </tr>
          )
        })}
      </Table>
    </Section>
  )
}
