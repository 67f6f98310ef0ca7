import { organizations, portal } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { PageError } from '../../authkit/pageError.ts'
import type { AppEnv } from '../../environment.ts'
import type { OrganizationRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Facts, Id, Live, Section } from '../../ui/pieces.tsx'
import { type Action, type Page, serveAction } from '../frame/action.ts'
import { Deletion, Form } from '../frame/form.tsx'
import { Input, Send, TextInput } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'
import { metadataLines, readMetadata } from './metadata.ts'
import { OrganizationAuditLog } from './organizationAuditLog.tsx'
import { domainActions, OrganizationDomains } from './organizationDomains.tsx'
import { flagActions, OrganizationFlags } from './organizationFlags.tsx'
import { invitationActions, OrganizationInvitations } from './organizationInvitations.tsx'
import { memberActions, OrganizationMembers } from './organizationMembers.tsx'
import { OrganizationPolicyForm, policyActions } from './organizationPolicy.tsx'
import { OrganizationRoles, roleActions } from './organizationRoles.tsx'
import { OrganizationSources, sourceActions } from './organizationSources.tsx'

const editActions: Record<string, Action> = {
  edit: async ({ context, form, param }) => {
    const id = param('organization')
    const known = context.var.environment.store.organizations.get(id)?.metadata ?? {}
    const metadata = readMetadata(form.exact('metadata'))
    // A key that was taken out of the text is deleted, which the API calls null.
    const deleted = Object.keys(known).filter((key) => !Object.hasOwn(metadata, key))
    await callApi(context, organizations.update, {
      params: { id },
      body: {
        name: form.required('name', 'A name'),
        external_id: form.text('external_id') || null,
        metadata: { ...metadata, ...Object.fromEntries(deleted.map((key) => [key, null])) },
      },
    })
    return { to: `organizations/${id}`, notice: 'Saved.' }
  },
  delete: async ({ context, param }) => {
    await callApi(context, organizations.delete, { params: { id: param('organization') } })
    return { to: 'organizations', notice: 'The organization is deleted.' }
  },
}

/** One organization, and everything that it has. */
export function serveOrganizationPage(app: Hono<AppEnv>): void {
  app.get('/organizations/:organization', (context) => showOrganization(context))
  const actions = {
    ...editActions,
    ...memberActions,
    ...invitationActions,
    ...domainActions,
    ...policyActions,
    ...sourceActions,
    ...roleActions,
    ...flagActions,
  }
  for (const [path, run] of Object.entries(actions)) {
    serveAction(app, `organizations/:organization/${path}`, { page: showOrganization, run })
  }
  // The portal is a page of its own, so that this one form leads out of the console.
  app.post('/organizations/:organization/portal', async (context) => {
    const { id } = requireOrganization(context)
    const { intent } = await context.req.parseBody()
    const { link } = await callApi(context, portal.generateLink, {
      body: { organization: id, intent: intent as 'sso' },
    })
    return context.redirect(new URL(link).pathname + new URL(link).search, 303)
  })
}

function requireOrganization(context: Context<AppEnv>): OrganizationRecord {
  const id = context.req.param('organization') ?? ''
  const organization = context.var.environment.store.organizations.get(id)
  if (organization) return organization
  throw new PageError(404, {
    title: 'There is no such organization',
    text: 'It may have been deleted.',
  })
}

const showOrganization: Page = (context, attempt) => {
  const organization = requireOrganization(context)
  const { environment } = context.var
  const about = { environment, organization }
  const to = `organizations/${organization.id}`
  return showPage(context, {
    room: 'Organizations',
    title: organization.name,
    summary: organization.domains.map(({ domain }) => domain).join(', ') || 'No domains yet.',
    parent: { to: 'organizations', name: 'Organizations' },
    attempt,
    body: (
      <div class="split">
        <div>
          <Live id="members">
            <OrganizationMembers {...about} />
          </Live>
          <Live id="invitations">
            <OrganizationInvitations {...about} />
          </Live>
          <Live id="sources">
            <OrganizationSources {...about} />
          </Live>
          <Live id="audit-log">
            <OrganizationAuditLog {...about} />
          </Live>
          <Live id="roles">
            <OrganizationRoles {...about} />
          </Live>
        </div>
        <aside aria-label="About the organization">
          <Facts
            facts={[
              ['Id', <Id>{organization.id}</Id>],
              ['Made', <Ago time={organization.created_at} now={environment.clock.now()} />],
              ['Entitlements', organization.entitlements.join(', ') || 'none'],
            ]}
          />
          <OrganizationPolicyForm {...about} />
          <Live id="domains">
            <OrganizationDomains {...about} />
          </Live>
          <Live id="flags">
            <OrganizationFlags {...about} />
          </Live>
          <Section title="Edit">
            <Form to={`${to}/edit`} label="Edit">
              <Input name="name" label="Name" value={organization.name} required />
              <Input name="external_id" label="External id" value={organization.external_id} mono />
              <TextInput
                name="metadata"
                label="Metadata"
                value={metadataLines(organization.metadata)}
                hint="One per line: name=value."
              />
              <Send>Save</Send>
            </Form>
          </Section>
          <Section title="Admin Portal" note="As the organization’s own administrator sees it.">
            <Form to={`${to}/portal`} class="badges" label="Admin Portal">
              {intents.map(([intent, name]) => (
                <button type="submit" class="small" name="intent" value={intent} key={intent}>
                  {name}
                </button>
              ))}
            </Form>
          </Section>
          <Deletion
            to={`${to}/delete`}
            what="Delete the organization"
            warning="Memberships, connections, directories and audit logs go with it. Its people stay."
            button={`Delete ${organization.name}`}
          />
        </aside>
      </div>
    ),
  })
}

const intents = [
  ['sso', 'SSO'],
  ['dsync', 'Directory'],
  ['domain_verification', 'Domains'],
  ['audit_logs', 'Audit logs'],
  ['log_streams', 'Log streams'],
  ['certificate_renewal', 'Certificate'],
] as const
