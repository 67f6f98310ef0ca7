import { loadOrganization } from '@/lib/organization.ts'
import { Fact, Facts } from './Facts.tsx'
import { LocalTime } from './LocalTime.tsx'
import { Note } from './Note.tsx'
import { Panel } from './Panel.tsx'

/** The organization of the session, or why it is not shown. */
export async function OrganizationPanel({ id }: { id: string | undefined }) {
  const state = await loadOrganization(id)

  if (state.status === 'none')
    return (
      <Panel title="Organization">
        <Note>
          This session belongs to no organization. Once somebody invites you to one, its name and
          your role in it appear here.
        </Note>
      </Panel>
    )

  if (state.status === 'unavailable')
    return (
      <Panel title="Organization">
        <Note>
          WorkOS did not tell us the name of your organization just now. Everything else on this
          page comes from your session and is right.
        </Note>
        <Facts>
          <Fact name="Id">
            <code>{state.id}</code>
          </Fact>
        </Facts>
      </Panel>
    )

  const { name, domains, createdAt } = state.organization
  return (
    <Panel title="Organization">
      <Facts>
        <Fact name="Name">{name}</Fact>
        <Fact name="Domains">
          {domains.length === 0 ? 'None' : domains.map(({ domain }) => domain).join(', ')}
        </Fact>
        <Fact name="Customer since">
          <LocalTime instant={createdAt} show="date" />
        </Fact>
        <Fact name="Id">
          <code>{id}</code>
        </Fact>
      </Facts>
    </Panel>
  )
}
