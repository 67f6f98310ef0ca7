import type { Context, Hono } from 'hono'
import {
  confirmEmailVerification,
  sendEmailVerification,
} from '../authentication/emailVerification.ts'
import { noteCode } from '../authentication/noteCode.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { codeProblems } from './codeProblems.ts'
import { destinationOf } from './destination.ts'
import { type CodeNews, EmailedCode } from './emailedCode.tsx'
import { requireFlow } from './flow.ts'
import { formCode, formText } from './form.ts'
import { OtherAccount } from './otherAccount.tsx'
import { proceed } from './proceed.ts'
import { visitorOf } from './visitor.ts'

/** The page for somebody whose address is not verified: the code from the email, and no way around. */
export function serveVerifyEmail(app: Hono<AppEnv>): void {
  app.get('/authkit/verify-email', (context) => show(context, { type: 'none' }))

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
    const outcome = confirmEmailVerification(environment, { user, code: formCode(form) })
    const visitor = visitorOf(context)
    noteCode(environment, { type: 'email_verification', visitor, user, outcome })
    if (outcome === 'right') return proceed(context, flow)
    return show(context, { type: 'problem', text: codeProblems[outcome] })
  })
}

const somebody = (context: Context<AppEnv>, flow: FlowRecord): UserRecord | undefined =>
  context.var.environment.store.users.get(flow.proof?.user_id ?? '')

function show(context: Context<AppEnv>, news: CodeNews) {
  const flow = requireFlow(context)
  const user = somebody(context, flow)
  if (!user || user.email_verified) return proceed(context, flow)
  return renderPage(context, {
    kind: 'hosted',
    title: 'Check your email',
    status: news.type === 'problem' ? 422 : 200,
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
        <EmailedCode label="Verification code" submit="Verify email" news={news} />
        <OtherAccount flow={flow} question="Not your address?" />
      </Card>
    ),
  })
}
