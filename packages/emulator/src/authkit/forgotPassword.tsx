import type { Context, Hono } from 'hono'
import { sendPasswordReset } from '../authentication/passwordReset.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { Submit } from './fields.tsx'
import { flowPath, requireFlow } from './flow.ts'
import { formText, isEmail } from './form.ts'
import { EmailField } from './personFields.tsx'

type Said =
  | { type: 'nothing' }
  | { type: 'problem'; email: string; text: string }
  | { type: 'sent'; email: string }

/** The page that sends a link to choose a new password with; it says the same for every address. */
export function serveForgotPassword(app: Hono<AppEnv>): void {
  app.get('/authkit/forgot-password', (context) => show(context, { type: 'nothing' }))

  app.post('/authkit/forgot-password', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const email = formText(await context.req.parseBody(), 'email').trim()
    if (!isEmail(email)) {
      return show(context, { type: 'problem', email, text: 'Enter your email address.' })
    }
    const user = findUserByEmail(environment, email)
    const origin = environment.publicOrigin ?? new URL(context.req.url).origin
    if (user) sendPasswordReset(environment, { user, flowId: flow.id, origin })
    environment.store.flows.update(flow.id, { email })
    return show(context, { type: 'sent', email })
  })
}

function show(context: Context<AppEnv>, said: Said) {
  const flow = requireFlow(context)
  const tile = destinationOf(context.var.environment, flow).name
  const back = (
    <p class="aside">
      <a href={flowPath(flow, 'sign-in')}>Back to sign-in</a>
    </p>
  )
  if (said.type === 'sent') {
    return renderPage(context, {
      kind: 'hosted',
      title: 'Check your email',
      body: (
        <Card
          tile={tile}
          title="Check your email"
          subtitle={
            <>
              If there is an account for <span class="strong">{said.email}</span>, a link to choose
              a new password is on its way. It works for an hour.
            </>
          }
        >
          {back}
        </Card>
      ),
    })
  }
  const problem = said.type === 'problem' ? said : undefined
  return renderPage(context, {
    kind: 'hosted',
    title: 'Reset your password',
    status: problem ? 422 : 200,
    body: (
      <Card
        tile={tile}
        title="Reset your password"
        subtitle="We will email you a link to choose a new one."
      >
        <form method="post" novalidate>
          <EmailField
            value={problem?.email ?? flow.email ?? flow.request.login_hint}
            problem={problem?.text}
            autofocus
          />
          <Submit>Send the link</Submit>
        </form>
        {back}
      </Card>
    ),
  })
}
