import type { Context, Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord, OrganizationRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { ChevronIcon } from '../ui/icons.tsx'
import { Card, initial } from './card.tsx'
import { destinationOf } from './destination.ts'
import { requireFlow } from './flow.ts'
import { formText } from './form.ts'
import { OtherAccount } from './otherAccount.tsx'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'

/** The page for somebody who belongs to several organizations. */
export function serveOrganizationChoice(app: Hono<AppEnv>): void {
  app.get('/authkit/organization', (context) => {
    const flow = requireFlow(context)
    const choice = choiceOf(context, flow)
    return choice ? show(context, flow, choice) : proceed(context, flow)
  })

  app.post('/authkit/organization', async (context) => {
    const flow = requireFlow(context)
    const choice = choiceOf(context, flow)
    if (!choice) return proceed(context, flow)
    const chosen = formText(await context.req.parseBody(), 'organization_id')
    if (!choice.organizations.some(({ id }) => id === chosen)) return show(context, flow, choice)
    const { store } = context.var.environment
    return proceed(context, store.flows.update(flow.id, { organization_id: chosen }))
  })
}

type Choice = { user: UserRecord; organizations: OrganizationRecord[] }

/** What there is to choose from; nothing when something else comes first, or nothing is left to choose. */
function choiceOf(context: Context<AppEnv>, flow: FlowRecord): Choice | undefined {
  const standing = standingOf(context.var.environment, flow)
  return standing?.requirement.type === 'choose-organization'
    ? { user: standing.user, organizations: standing.requirement.organizations }
    : undefined
}

function show(context: Context<AppEnv>, flow: FlowRecord, { user, organizations }: Choice) {
  const { environment } = context.var
  const { name, host } = destinationOf(environment, flow)
  return renderPage(context, {
    kind: 'hosted',
    title: 'Choose an organization',
    body: (
      <Card
        tile={name}
        title="Choose an organization"
        subtitle={
          <>
            to continue to <span class="strong">{name ?? host}</span> as {user.email}
          </>
        }
      >
        <form method="post" class="choices">
          {organizations.map((organization) => (
            <button
              class="choice"
              type="submit"
              name="organization_id"
              value={organization.id}
              key={organization.id}
            >
              <span class="tile" aria-hidden="true">
                {initial(organization.name)}
              </span>
              <span class="choice-text">
                <span class="strong">{organization.name}</span>
                <span class="muted">{roleIn(context, user, organization)}</span>
              </span>
              <ChevronIcon />
            </button>
          ))}
        </form>
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}

function roleIn(
  context: Context<AppEnv>,
  user: UserRecord,
  organization: OrganizationRecord,
): string {
  const { store } = context.var.environment
  const membership = store.memberships.find(
    (each) => each.user_id === user.id && each.organization_id === organization.id,
  )
  const slugs: string[] = membership?.role_slugs ?? []
  return slugs
    .map((slug) => store.roles.find((role) => role.slug === slug)?.name ?? slug)
    .join(', ')
}
