import type { Context, Hono } from 'hono'
import { verifyPassword } from '../authentication/password.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { Alert, Field, Submit } from './fields.tsx'
import { flowPath, requireFlow } from './flow.ts'
import { formText } from './form.ts'
import { proceed } from './proceed.ts'

/** The second page: prove it with a password. */
export function servePassword(app: Hono<AppEnv>): void {
  app.get('/authkit/password', (context) => show(context))

  app.post('/authkit/password', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const attempt = formText(await context.req.parseBody(), 'password')
    const user = flow.email === null ? undefined : findUserByEmail(environment, flow.email)
    const right = await verifyPassword(user?.password, attempt)
    if (!user || !right) return show(context, { wrong: true })

    const signedIn = environment.store.flows.update(flow.id, {
      authenticated: { user_id: user.id, method: 'Password', at: environment.clock.now() },
    })
    return proceed(context, signedIn)
  })
}

function show(context: Context<AppEnv>, { wrong }: { wrong: boolean } = { wrong: false }) {
  const flow = requireFlow(context)
  if (flow.email === null) return context.redirect(flowPath(flow, 'sign-in'), 303)
  const destination = destinationOf(context.var.environment, flow)
  return renderPage(context, {
    kind: 'hosted',
    title: 'Enter your password',
    status: wrong ? 422 : 200,
    body: (
      <Card
        tile={destination.name}
        title="Enter your password"
        subtitle={
          <>
            <span class="strong">{flow.email}</span> ·{' '}
            <a href={flowPath(flow, 'sign-in')}>Change</a>
          </>
        }
      >
        <form method="post" novalidate>
          {wrong && <Alert>That email and password do not match. Try again.</Alert>}
          {/* Lets password managers know whose password this is. */}
          <input type="email" name="email" autocomplete="username" value={flow.email} hidden />
          <Field
            name="password"
            label="Password"
            type="password"
            autocomplete="current-password"
            alerted={wrong}
            autofocus
            beside={<a href={flowPath(flow, 'forgot-password')}>Forgot password?</a>}
          />
          <Submit>Sign in</Submit>
        </form>
      </Card>
    ),
  })
}
