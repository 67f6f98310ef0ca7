import type { Context, Hono } from 'hono'
import { settingsOf } from '../authentication/settings.ts'
import { signInMethodOf } from '../authentication/signInMethod.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { ChevronIcon, KeyIcon } from '../ui/icons.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { flowPath, requireFlow } from './flow.ts'
import { waysIn } from './methods.ts'
import { OtherAccount } from './otherAccount.tsx'
import { Providers } from './providers.tsx'
import { standingOf } from './standing.ts'

/** The page for somebody whose organization wants another way in than the one they took. */
export function serveMethodChoice(app: Hono<AppEnv>): void {
  app.get('/authkit/methods', (context) => show(context, requireFlow(context)))
}

function show(context: Context<AppEnv>, flow: FlowRecord) {
  const { environment } = context.var
  const requirement = standingOf(environment, flow)?.requirement
  const demanded = requirement?.type === 'use-other-method' ? requirement.policy : undefined
  const { methods, connections } = waysIn(environment, flow)
  const providers = settingsOf(environment).providers.filter(({ provider }) => {
    const method = signInMethodOf(provider)
    return method !== undefined && methods.includes(method)
  })
  const choices = [
    ...connections.map(({ id, name }) => ({ page: `sso/${id}` as const, name })),
    ...(methods.includes('password') ? [{ page: 'password' as const, name: 'Password' }] : []),
    ...(methods.includes('magic_auth')
      ? [{ page: 'sign-in' as const, name: 'Code by email' }]
      : []),
  ]
  return renderPage(context, {
    kind: 'hosted',
    title: 'Sign in another way',
    body: (
      <Card
        tile={demanded?.organization.name ?? destinationOf(environment, flow).name}
        title="Sign in another way"
        subtitle={
          demanded
            ? `${demanded.organization.name} does not take the way you signed in.`
            : 'These are the ways that are open to you.'
        }
      >
        {choices.length === 0 && providers.length === 0 && (
          <p>None of the ways that your organization allows is switched on. Ask its admins.</p>
        )}
        <div class="choices">
          {choices.map(({ page, name }) => (
            <a class="choice" href={flowPath(flow, page)} key={page}>
              <span class="tile" aria-hidden="true">
                <KeyIcon />
              </span>
              <span class="choice-text">
                <span class="strong">{name}</span>
              </span>
              <ChevronIcon />
            </a>
          ))}
        </div>
        <Providers flow={flow} providers={providers} />
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}
