import { permissions, roles } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import { Empty, Live, Section, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Send } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'
import { Naming, readNaming } from './naming.tsx'
import { ChangePermissions, PermissionChecks } from './rolePermissions.tsx'

/** The roles of the environment, which every organization has, and the permissions. */
export function serveRolesPage(app: Hono<AppEnv>): void {
  app.get('/roles', (context) => showRoles(context))
  const page = showRoles

  serveAction(app, 'roles', {
    page,
    run: async ({ context, form }) => {
      const naming = readNaming(form)
      const { slug } = naming
      await callApi(context, roles.create, { body: naming })
      const body = { permissions: form.all('permissions') }
      await callApi(context, roles.setPermissions, { params: { role_slug: slug }, body })
      return { to: 'roles', notice: `${slug} is a role now.` }
    },
  })
  serveAction(app, 'roles/:slug', {
    page,
    run: async ({ context, form, param }) => {
      const body = { permissions: form.all('permissions') }
      await callApi(context, roles.setPermissions, { params: { role_slug: param('slug') }, body })
      return {
        to: 'roles',
        notice: 'The permissions are set. Tokens have them from their refresh.',
      }
    },
  })
  serveAction(app, 'permissions', {
    page,
    run: async ({ context, form }) => {
      const naming = readNaming(form)
      await callApi(context, permissions.create, { body: naming })
      return { to: 'roles', notice: `${naming.slug} is a permission now.` }
    },
  })
  serveAction(app, 'permissions/:slug/delete', {
    page,
    run: async ({ context, param }) => {
      await callApi(context, permissions.delete, { params: { slug: param('slug') } })
      return { to: 'roles', notice: 'The permission is deleted, and gone from every role.' }
    },
  })
}

const showRoles: Page = (context, attempt) => {
  const { environment } = context.var
  return showPage(context, {
    room: 'Roles',
    summary: 'What members may do. Organizations can have roles of their own besides.',
    attempt,
    body: (
      <>
        <Live id="roles">
          <Roles environment={environment} />
        </Live>
        <Live id="permissions">
          <Permissions environment={environment} />
        </Live>
      </>
    ),
  })
}

function Roles({ environment }: { environment: Environment }) {
  const { store } = environment
  return (
    <Section
      title="Roles"
      action={
        <Fold summary="New role" form="roles">
          <Form to="roles" label="New role">
            <Naming within="role" />
            <PermissionChecks environment={environment} legend="Permissions" values={[]} />
            <Send>Make the role</Send>
          </Form>
        </Fold>
      }
    >
      {store.roles.all().length === 0 ? (
        <Empty title="No roles yet">Members have the role “member”, which allows nothing.</Empty>
      ) : (
        <Table
          caption="Roles"
          columns={[{ name: 'Role' }, { name: 'Permissions' }, { name: 'Members' }]}
        >
          {store.roles.all().map(({ slug, name, description, permissions: allowed }) => (
            <tr data-key={slug} key={slug}>
              <td>
                {name}
                <span class="under mono">{slug}</span>
                {description !== null && <span class="under">{description}</span>}
              </td>
              <td class="mono small-text">
                {allowed.join(', ') || <span class="muted">none</span>}
                <ChangePermissions
                  to={`roles/${slug}`}
                  environment={environment}
                  role={{ name, permissions: allowed }}
                />
              </td>
              <td class="number">
                {store.memberships.filter(({ role_slugs }) => role_slugs.includes(slug)).length}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}

function Permissions({ environment: { store } }: { environment: Environment }) {
  return (
    <Section
      title="Permissions"
      action={
        <Fold summary="New permission" form="permissions">
          <Form to="permissions" label="New permission">
            <Naming within="permission" />
            <Send>Make the permission</Send>
          </Form>
        </Fold>
      }
    >
      {store.permissions.all().length === 0 ? (
        <Empty title="No permissions yet">Roles allow what permissions name.</Empty>
      ) : (
        <Table
          caption="Permissions"
          columns={[
            { name: 'Permission' },
            { name: 'Slug' },
            { name: 'Roles', wide: true },
            { name: 'Actions', hidden: true },
          ]}
        >
          {store.permissions.all().map(({ slug, name, description }) => (
            <tr data-key={slug} key={slug}>
              <td>
                {name}
                {description !== null && <span class="under">{description}</span>}
              </td>
              <td class="mono small-text">{slug}</td>
              <td class="wide">
                {store.roles
                  .filter((role) => role.permissions.includes(slug))
                  .map((role) => role.name)
                  .join(', ') || <span class="muted">none</span>}
              </td>
              <td class="acts">
                <Act to={`permissions/${slug}/delete`} label={`Delete ${slug}`} danger>
                  Delete
                </Act>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
