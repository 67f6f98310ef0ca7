import { organizations } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { organizationPolicy } from '../../authentication/policy.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import type { OrganizationRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Live, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Form } from '../frame/form.tsx'
import { Fold, Input, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'
import { showPage } from '../frame/page.tsx'
import { Search } from '../frame/search.tsx'

/** Every organization: found, listed and made. */
export function serveOrganizationList(app: Hono<AppEnv>): void {
  app.get('/organizations', (context) => listOrganizations(context))
  serveAction(app, 'organizations', {
    page: listOrganizations,
    run: async ({ context, form }) => {
      const made = await callApi(context, organizations.create, {
        body: {
          name: form.required('name', 'A name'),
          domain_data: form
            .list('domains')
            .map((domain) => ({ domain, state: 'verified' as const })),
        },
      })
      return { to: `organizations/${made.id}`, notice: `${made.name} is an organization now.` }
    },
  })
}

const listOrganizations: Page = (context, attempt) => {
  const { environment } = context.var
  const sought = context.req.query('q')?.trim() ?? ''
  const wanted = sought.toLowerCase()
  const found = environment.store.organizations.filter(({ id, name, domains }) =>
    [id, name, ...domains.map(({ domain }) => domain)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  )
  return showPage(context, {
    room: 'Organizations',
    summary:
      'Customers of your product, with their domains, policies, connections and directories.',
    attempt,
    body: (
      <>
        <div class="tools">
          <Search
            to="organizations"
            value={sought}
            label="Find organizations"
            placeholder="Name, domain or id"
          />
          <Fold summary="New organization" form="organizations">
            <Form to="organizations" label="New organization">
              <Input name="name" label="Name" required />
              <Input name="domains" label="Domains" hint="Verified ones, with commas between." />
              <Send>Make the organization</Send>
            </Form>
          </Fold>
        </div>
        <Live id="organizations">
          {found.length === 0 ? (
            <Empty title={sought === '' ? 'No organizations yet' : `None matches “${sought}”`}>
              Make one above, by the API, or in a seed.
            </Empty>
          ) : (
            <OrganizationTable environment={environment} organizations={found} />
          )}
        </Live>
      </>
    ),
  })
}

function OrganizationTable(props: {
  environment: Environment
  organizations: OrganizationRecord[]
}) {
  const { store, clock } = props.environment
  return (
    <Table
      caption="Organizations"
      columns={[
        { name: 'Name' },
        { name: 'Members' },
        { name: 'Policy' },
        { name: 'Made', wide: true },
      ]}
    >
      {props.organizations.map((organization) => {
        const { id, name, domains, created_at } = organization
        const members = store.memberships.filter(({ organization_id }) => organization_id === id)
        return (
          <tr data-key={id} key={id}>
            <td>
              <Link to={`organizations/${id}`} class="row-link">
                {name}
              </Link>
              <span class="under">{domains.map(({ domain }) => domain).join(', ') || id}</span>
            </td>
            <td class="number">{members.length}</td>
            <td>
              <PolicyBadges environment={props.environment} organization={organization} />
            </td>
            <td class="wide muted">
              <Ago time={created_at} now={clock.now()} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

/** What an organization asks for, in a word each. */
export function PolicyBadges(props: {
  environment: Environment
  organization: OrganizationRecord
}) {
  const { methods, mfa, connections } = organizationPolicy(props.environment, props.organization)
  const directories = props.environment.store.directories.filter(
    ({ organization_id }) => organization_id === props.organization.id,
  )
  const only = methods?.length === 1 ? methods[0] : undefined
  return (
    <span class="badges">
      {only === 'sso' && <Badge tone="good">SSO required</Badge>}
      {only !== 'sso' && connections.length > 0 && <Badge>SSO</Badge>}
      {mfa && <Badge tone="good">MFA required</Badge>}
      {directories.length > 0 && <Badge>directory</Badge>}
    </span>
  )
}
