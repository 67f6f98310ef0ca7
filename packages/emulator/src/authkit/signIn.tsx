import type { Context, Hono } from 'hono'
import { settingsOf } from '../authentication/settings.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf, titleFor } from './destination.ts'
import { Submit } from './fields.tsx'
import { flowPath, requireFlow } from './flow.ts'
import { formText, isEmail } from './form.ts'
import { pageAfterEmail } from './methods.ts'
import { EmailField } from './personFields.tsx'
import { Providers } from './providers.tsx'

/** The first page: who are you. Every address leads on, so none can be told to exist. */
export function serveSignIn(app: Hono<AppEnv>): void {
  app.get('/authkit/sign-in', (context) => show(context))

  app.post('/authkit/sign-in', async (context) => {
    const flow = requireFlow(context)
    const email = formText(await context.req.parseBody(), 'email').trim()
    if (!isEmail(email)) return show(context, { email, problem: 'Enter your email address.' })
    const { environment } = context.var
    const named = { ...environment.store.flows.update(flow.id, { email }), email }
    return context.redirect(flowPath(flow, pageAfterEmail(environment, named)), 303)
  })
}

function show(context: Context<AppEnv>, again?: { email: string; problem: string }) {
  const flow = requireFlow(context)
  const destination = destinationOf(context.var.environment, flow)
  const settings = settingsOf(context.var.environment)
  const title = titleFor('Sign in', destination)
  return renderPage(context, {
    kind: 'hosted',
    title,
    status: again ? 422 : 200,
    body: (
      <Card
        tile={destination.name}
        title={title}
        subtitle={
          <>
            to continue to <span class="strong">{destination.host}</span>
          </>
        }
      >
        <form method="post" novalidate>
          <EmailField
            value={again?.email ?? flow.email ?? flow.request.login_hint}
            problem={again?.problem}
            autofocus
          />
          <Submit>Continue</Submit>
        </form>
        <Providers flow={flow} providers={settings.providers} />
        {settings.sign_up && (
          <p class="aside">
            New here? <a href={flowPath(flow, 'sign-up')}>Create an account</a>
          </p>
        )}
      </Card>
    ),
  })
}
