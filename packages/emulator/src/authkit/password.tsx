import type { Context, Hono } from 'hono'
import { noteFailure, noteSuccess } from '../authentication/noteAttempt.ts'
import { checkPassword } from '../authentication/password.ts'
import { requestMagicAuth } from '../authentication/requestMagicAuth.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { Alert, Field, Submit } from './fields.tsx'
import { flowPath, requireFlow, signInto } from './flow.ts'
import { formText } from './form.ts'
import { waysIn } from './methods.ts'
import { proceed } from './proceed.ts'
import { visitorOf } from './visitor.ts'

/** The second page: prove it with a password. */
export function servePassword(app: Hono<AppEnv>): void {
  app.get('/authkit/password', (context) => show(context))

  app.post('/authkit/password', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const { methods } = waysIn(environment, flow)
    if (!methods.includes('password')) return context.redirect(flowPath(flow, 'sign-in'), 303)
    const form = await context.req.parseBody()
    if (formText(form, 'action') === 'magic-code') return sendCode(context, flow)
    const attempt = formText(form, 'password')
    const user = flow.email === null ? undefined : findUserByEmail(environment, flow.email)
    const right = await checkPassword(environment, user, attempt)
    const attempted = { type: 'password', visitor: visitorOf(context) } as const
    if (!user || !right) {
      const error = { code: 'invalid_credentials', message: 'Invalid credentials.' }
      noteFailure(environment, { ...attempted, user, email: flow.email, error })
      return show(context, { wrong: true })
    }
    noteSuccess(environment, { ...attempted, user })

    const person = { user_id: user.id, method: 'Password', email: flow.email ?? user.email }
    return proceed(context, signInto(context, flow, person))
  })
}

function sendCode(context: Context<AppEnv>, flow: FlowRecord) {
  const { environment } = context.var
  if (flow.email === null || !waysIn(environment, flow).methods.includes('magic_auth')) {
    return context.redirect(flowPath(flow, 'sign-in'), 303)
  }
  requestMagicAuth(environment, {
    email: flow.email,
    invitationId: flow.request.invitation_id,
  })
  return context.redirect(flowPath(flow, 'magic-code'), 303)
}

function show(context: Context<AppEnv>, { wrong }: { wrong: boolean } = { wrong: false }) {
  const flow = requireFlow(context)
  if (flow.email === null) return context.redirect(flowPath(flow, 'sign-in'), 303)
  const { environment } = context.var
  const { methods } = waysIn(environment, flow)
  const destination = destinationOf(environment, flow)
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
        {methods.includes('magic_auth') && (
          <form method="post" class="aside">
            <button class="link-button" type="submit" name="action" value="magic-code">
              Email me a code instead
            </button>
          </form>
        )}
      </Card>
    ),
  })
}
