import type { Context, Hono } from 'hono'
import {
  confirmEmailVerification,
  type EmailVerificationOutcome,
  sendEmailVerification,
} from '../authentication/emailVerification.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { MailIcon } from '../ui/icons.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { Alert, alertId, Submit } from './fields.tsx'
import { flowPath, requireFlow } from './flow.ts'
import { formText } from './form.ts'
import { proceed } from './proceed.ts'

type Said = { type: 'nothing' } | { type: 'resent' } | { type: 'problem'; text: string }

const problems: Record<Exclude<EmailVerificationOutcome, 'verified'>, string> = {
  incorrect: 'That code is not right. Check the email and try again.',
  expired: 'That code has expired. Send a new one.',
  'too-many-attempts': 'Too many wrong codes. Send a new one.',
}

/** The page for somebody whose address is not verified: the code from the email, and no way around. */
export function serveVerifyEmail(app: Hono<AppEnv>): void {
  app.get('/authkit/verify-email', (context) => show(context, { type: 'nothing' }))

  app.post('/authkit/verify-email', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const user = somebody(context, flow)
    if (!user || user.email_verified) return proceed(context, flow)

    const form = await context.req.parseBody()
    if (formText(form, 'action') === 'resend') {
      sendEmailVerification(environment, user)
      return show(context, { type: 'resent' })
    }
    const code = formText(form, 'code').replaceAll(/\s/g, '')
    const outcome = confirmEmailVerification(environment, { user, code })
    if (outcome === 'verified') return proceed(context, flow)
    return show(context, { type: 'problem', text: problems[outcome] })
  })
}

const somebody = (context: Context<AppEnv>, flow: FlowRecord): UserRecord | undefined =>
  context.var.environment.store.users.get(flow.authenticated?.user_id ?? '')

function show(context: Context<AppEnv>, said: Said) {
  const flow = requireFlow(context)
  const user = somebody(context, flow)
  if (!user || user.email_verified) return proceed(context, flow)
  const wrong = said.type === 'problem'
  return renderPage(context, {
    kind: 'hosted',
    title: 'Check your email',
    status: wrong ? 422 : 200,
    body: (
      <Card
        tile={destinationOf(context.var.environment, flow).name}
        title="Check your email"
        subtitle={
          <>
            We sent a six-digit code to <span class="strong">{user.email}</span>.
          </>
        }
      >
        <form method="post" novalidate>
          {wrong && <Alert>{said.text}</Alert>}
          {said.type === 'resent' && (
            <p class="notice" role="status">
              <MailIcon />
              <span>A new code is on its way. The earlier one no longer works.</span>
            </p>
          )}
          <div class="field">
            <label for="code">Verification code</label>
            <input
              class="code"
              id="code"
              name="code"
              type="text"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={7}
              required
              autofocus
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={wrong ? alertId : undefined}
            />
          </div>
          <Submit>Verify email</Submit>
        </form>
        <form method="post" class="aside">
          <span>
            Nothing there?{' '}
            <button class="link-button" type="submit" name="action" value="resend">
              Send a new code
            </button>
          </span>
        </form>
        <p class="aside">
          Not your address? <a href={flowPath(flow, 'sign-in')}>Use another account</a>
        </p>
      </Card>
    ),
  })
}
