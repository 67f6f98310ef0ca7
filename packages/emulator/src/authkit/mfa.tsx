import type { Context, Hono } from 'hono'
import { answerAuthenticator } from '../authentication/factor.ts'
import { noteCode } from '../authentication/noteCode.ts'
import { type CodeOutcome, maximumAttempts } from '../authentication/oneTimeCode.ts'
import type { AppEnv } from '../environment.ts'
import type { FactorRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { CodeForm } from './codeForm.tsx'
import { destinationOf } from './destination.ts'
import { requireFlow } from './flow.ts'
import { formCode } from './form.ts'
import { OtherAccount } from './otherAccount.tsx'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'
import { visitorOf } from './visitor.ts'

const problems: Partial<Record<CodeOutcome, string>> = {
  'previously-used': 'That code was used already. Wait for the next one.',
}

/** The page for the second factor: a code from the authenticator. */
export function serveMfa(app: Hono<AppEnv>): void {
  app.get('/authkit/mfa', (context) => {
    const flow = requireFlow(context)
    const asked = challengeOf(context, flow)
    return asked ? show(context, flow, asked) : proceed(context, flow)
  })

  app.post('/authkit/mfa', async (context) => {
    const { store } = context.var.environment
    const flow = requireFlow(context)
    const asked = challengeOf(context, flow)
    if (!asked || !flow.proof) return proceed(context, flow)

    const outcome = answer(context, asked.factors, formCode(await context.req.parseBody()))
    const { user } = asked
    noteCode(context.var.environment, { type: 'mfa', visitor: visitorOf(context), user, outcome })
    if (outcome === 'right') {
      const proof = { ...flow.proof, mfa: true }
      return proceed(context, store.flows.update(flow.id, { proof, mfa_attempts: 0 }))
    }
    const mfa_attempts = flow.mfa_attempts + 1
    if (mfa_attempts >= maximumAttempts) {
      store.flows.update(flow.id, { proof: null, mfa_attempts: 0 })
      throw new PageError(400, {
        title: 'Too many wrong codes',
        text: 'Go back to the application and sign in again.',
      })
    }
    store.flows.update(flow.id, { mfa_attempts })
    const problem = problems[outcome] ?? 'That code is not right. Try the one that shows now.'
    return show(context, flow, asked, problem)
  })
}

type Asked = { user: UserRecord; factors: FactorRecord[] }

function challengeOf(context: Context<AppEnv>, flow: FlowRecord): Asked | undefined {
  const standing = standingOf(context.var.environment, flow)
  return standing?.requirement.type === 'challenge-factor'
    ? { user: standing.user, factors: standing.requirement.factors }
    : undefined
}

/** Any of the person's authenticators will do. */
function answer(
  context: Context<AppEnv>,
  factors: readonly FactorRecord[],
  code: string,
): CodeOutcome {
  const outcomes = factors.map((factor) =>
    factor.type === 'totp'
      ? answerAuthenticator(context.var.environment, factor, code)
      : 'incorrect',
  )
  if (outcomes.includes('right')) return 'right'
  return outcomes.includes('previously-used') ? 'previously-used' : 'incorrect'
}

function show(context: Context<AppEnv>, flow: FlowRecord, { user }: Asked, problem?: string) {
  return renderPage(context, {
    kind: 'hosted',
    title: 'Two-step sign-in',
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        tile={destinationOf(context.var.environment, flow).name}
        title="Two-step sign-in"
        subtitle={
          <>
            Enter the code that your authenticator shows for{' '}
            <span class="strong">{user.email}</span>.
          </>
        }
      >
        <CodeForm label="Six-digit code" submit="Continue" problem={problem} />
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}
