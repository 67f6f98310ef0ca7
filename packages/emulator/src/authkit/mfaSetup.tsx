import type { Context, Hono } from 'hono'
import { authenticatorFor, enrollFactor } from '../authentication/factor.ts'
import { noteCode } from '../authentication/noteCode.ts'
import { checkTotp, newTotpSecret, totpQrCode } from '../authentication/totp.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { CodeForm } from './codeForm.tsx'
import { destinationOf } from './destination.ts'
import { requireFlow } from './flow.ts'
import { formCode } from './form.ts'
import { OtherAccount } from './otherAccount.tsx'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'
import { visitorOf } from './visitor.ts'

/** The page that sets an authenticator up: a QR code, the same as a key to type, and a first code. */
export function serveMfaSetup(app: Hono<AppEnv>): void {
  app.get('/authkit/mfa-setup', (context) => {
    const flow = requireFlow(context)
    const user = enrolleeOf(context, flow)
    return user ? show(context, { flow, user }) : proceed(context, flow)
  })

  app.post('/authkit/mfa-setup', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const user = enrolleeOf(context, flow)
    if (!user || !flow.proof || flow.totp_secret === null) return proceed(context, flow)

    const code = formCode(await context.req.parseBody())
    const now = environment.clock.now()
    const outcome = checkTotp(flow.totp_secret, { code, now, lastStep: 0 })
    const attempted = { type: 'mfa', visitor: visitorOf(context), user } as const
    noteCode(environment, { ...attempted, outcome: outcome.type })
    if (outcome.type !== 'right') {
      return show(context, {
        flow,
        user,
        problem: 'That code is not right. Enter the one that shows now.',
      })
    }
    enrollFactor(environment, {
      userId: user.id,
      factor: { type: 'totp', ...authenticatorFor(environment, user, flow.totp_secret) },
      verified: true,
      lastStep: outcome.step,
    })
    const proof = { ...flow.proof, mfa: true }
    return proceed(context, environment.store.flows.update(flow.id, { proof, totp_secret: null }))
  })
}

function enrolleeOf(context: Context<AppEnv>, flow: FlowRecord): UserRecord | undefined {
  const standing = standingOf(context.var.environment, flow)
  return standing?.requirement.type === 'enroll-factor' ? standing.user : undefined
}

async function show(
  context: Context<AppEnv>,
  setup: { flow: FlowRecord; user: UserRecord; problem?: string },
) {
  const { environment } = context.var
  const { flow, user, problem } = setup
  const secret = flow.totp_secret ?? newTotpSecret()
  environment.store.flows.update(flow.id, { totp_secret: secret })
  const authenticator = authenticatorFor(environment, user, secret)
  const qrCode = await totpQrCode(authenticator)
  return renderPage(context, {
    kind: 'hosted',
    title: 'Set up two-step sign-in',
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        tile={destinationOf(environment, flow).name}
        title="Set up two-step sign-in"
        subtitle="Scan this with an authenticator app, then enter the code that it shows."
      >
        <div class="qr">
          <img src={qrCode} alt="QR code for an authenticator app" />
        </div>
        <details class="manual">
          <summary>Enter a key instead</summary>
          <dl>
            <dt>Account</dt>
            <dd>
              {authenticator.issuer}: {authenticator.account}
            </dd>
            <dt>Key</dt>
            <dd>
              <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
            </dd>
          </dl>
        </details>
        <CodeForm label="Six-digit code" submit="Turn it on" problem={problem} />
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}
