import type { Context, Hono } from 'hono'
import { minimumPasswordLength } from '../authentication/password.ts'
import { confirmPasswordReset, findPasswordReset } from '../authentication/passwordReset.ts'
import type { AppEnv } from '../environment.ts'
import type { PasswordResetRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { Field, Submit } from './fields.tsx'
import { findFlow, signInto } from './flow.ts'
import { formText } from './form.ts'
import { showMessage } from './message.tsx'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'

/** Where the emailed link leads. In the browser that asked for it, the sign-in then goes on. */
export function serveResetPassword(app: Hono<AppEnv>): void {
  app.get('/authkit/reset-password', (context) => show(context, requireReset(context)))

  app.post('/authkit/reset-password', async (context) => {
    const { environment } = context.var
    const reset = requireReset(context)
    const password = formText(await context.req.parseBody(), 'password')
    if (password.length < minimumPasswordLength) {
      return show(context, reset, `Use at least ${minimumPasswordLength} characters.`)
    }
    await confirmPasswordReset(environment, { reset, password })

    const flow = findFlow(context, reset.flow_id ?? undefined)
    if (!flow) {
      return showMessage(context, {
        title: 'Your password is changed',
        text: 'Go back to the application and sign in with it.',
      })
    }
    const person = { user_id: reset.user_id, method: 'Password', email: reset.email }
    return proceed(context, signInto(context, flow, person))
  })
}

function requireReset(context: Context<AppEnv>): PasswordResetRecord {
  const reset = findPasswordReset(context.var.environment, context.req.query('token') ?? '')
  if (reset) return reset
  throw new PageError(400, {
    title: 'This link no longer works',
    text: 'It was used already or is older than an hour. Go back to the application and ask for a new one.',
  })
}

function show(context: Context<AppEnv>, reset: PasswordResetRecord, problem?: string) {
  return renderPage(context, {
    kind: 'hosted',
    title: 'Choose a new password',
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        title="Choose a new password"
        subtitle={
          <>
            for <span class="strong">{reset.email}</span>
          </>
        }
      >
        <form method="post" novalidate>
          <input type="email" name="email" autocomplete="username" value={reset.email} hidden />
          <Field
            name="password"
            label="New password"
            type="password"
            autocomplete="new-password"
            hint={`At least ${minimumPasswordLength} characters.`}
            problem={problem}
            autofocus
          />
          <Submit>Save password</Submit>
        </form>
      </Card>
    ),
  })
}
