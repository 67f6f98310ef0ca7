import type { Context, Hono } from 'hono'
import { redeemMagicAuth } from '../authentication/magicAuth.ts'
import { noteCode } from '../authentication/noteCode.ts'
import { requestMagicAuth } from '../authentication/requestMagicAuth.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { codeProblems } from './codeProblems.ts'
import { destinationOf } from './destination.ts'
import { type CodeNews, EmailedCode } from './emailedCode.tsx'
import { flowPath, requireFlow, signInto } from './flow.ts'
import { formCode, formText } from './form.ts'
import { waysIn } from './methods.ts'
import { proceed } from './proceed.ts'
import { visitorOf } from './visitor.ts'

/** The second page for those without a password, or without it at hand: a code by email. */
export function serveMagicCode(app: Hono<AppEnv>): void {
  app.get('/authkit/magic-code', (context) => show(context, { type: 'none' }))

  app.post('/authkit/magic-code', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    if (flow.email === null || !waysIn(environment, flow).methods.includes('magic_auth')) {
      return context.redirect(flowPath(flow, 'sign-in'), 303)
    }
    const form = await context.req.parseBody()
    if (formText(form, 'action') === 'resend') {
      requestMagicAuth(environment, {
        email: flow.email,
        invitationId: flow.request.invitation_id,
      })
      return show(context, { type: 'resent' })
    }
    const user = findUserByEmail(environment, flow.email)
    if (!user) return show(context, { type: 'problem', text: codeProblems.incorrect })
    const outcome = redeemMagicAuth(environment, { user, code: formCode(form) })
    noteCode(environment, { type: 'magic_auth', visitor: visitorOf(context), user, outcome })
    if (outcome !== 'right') return show(context, { type: 'problem', text: codeProblems[outcome] })
    const person = { user_id: user.id, method: 'MagicAuth', email: flow.email }
    return proceed(context, signInto(context, flow, person))
  })
}

function show(context: Context<AppEnv>, news: CodeNews) {
  const flow = requireFlow(context)
  if (flow.email === null) return context.redirect(flowPath(flow, 'sign-in'), 303)
  const { environment } = context.var
  return renderPage(context, {
    kind: 'hosted',
    title: 'Check your email',
    status: news.type === 'problem' ? 422 : 200,
    body: (
      <Card
        tile={destinationOf(environment, flow).name}
        title="Check your email"
        subtitle={
          <>
            Enter the code that we sent to <span class="strong">{flow.email}</span> to sign in.
          </>
        }
      >
        <EmailedCode label="Sign-in code" submit="Sign in" news={news} />
        <OtherWays flow={flow} password={waysIn(environment, flow).methods.includes('password')} />
      </Card>
    ),
  })
}

const OtherWays = ({ flow, password }: { flow: FlowRecord; password: boolean }) => (
  <p class="aside">
    {password && (
      <>
        <a href={flowPath(flow, 'password')}>Use a password</a> ·{' '}
      </>
    )}
    <a href={flowPath(flow, 'sign-in')}>Use another address</a>
  </p>
)
