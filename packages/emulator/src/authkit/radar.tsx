import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Visitor } from '../authentication/noteAttempt.ts'
import { type CodeOutcome, redeemCode } from '../authentication/oneTimeCode.ts'
import { noteRisk, sendRadarEmail, sendRadarSms } from '../authentication/radar.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { Proof, SuspicionRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { CodeForm } from './codeForm.tsx'
import { codeProblems } from './codeProblems.ts'
import { destinationOf } from './destination.ts'
import { Field, Submit } from './fields.tsx'
import { requireFlow } from './flow.ts'
import { formCode, formText } from './form.ts'
import { OtherAccount } from './otherAccount.tsx'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'

type Asked = { flow: FlowRecord; user: UserRecord; suspicion: SuspicionRecord }

/** Notes the risk, and sends Radar's code where it is known where to. */
export function askRadar(
  environment: Environment,
  asked: { suspicion: SuspicionRecord; user: UserRecord; proof: Proof; visitor: Visitor },
): void {
  const { suspicion, user, proof, visitor } = asked
  noteRisk(environment, { user, method: proof.method, visitor })
  sendCode(environment, { suspicion, user })
}

/** The page that Radar makes sure with: a code by email or SMS, after a number where none is known. */
export function serveRadar(app: Hono<AppEnv>): void {
  app.get('/authkit/radar', (context) => {
    const flow = requireFlow(context)
    const asked = askedOf(context, flow)
    return asked ? show(context, asked) : proceed(context, flow)
  })

  app.post('/authkit/radar', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const asked = askedOf(context, flow)
    if (!asked) return proceed(context, flow)
    const form = await context.req.parseBody()
    if (formText(form, 'action') === 'resend') {
      sendCode(environment, asked)
      return show(context, asked)
    }
    const phoneNumber = formText(form, 'phone_number').replaceAll(/[\s()-]/g, '')
    if (phoneNumber !== '') {
      if (!z.e164().safeParse(phoneNumber).success) {
        return show(context, {
          ...asked,
          problem: 'Enter it with its country, like +1 555 555 0123.',
        })
      }
      sendRadarSms(environment, { user: asked.user, phoneNumber })
      return show(context, asked)
    }
    const outcome = redeem(environment, asked, formCode(form))
    if (outcome !== 'right') return show(context, { ...asked, problem: codeProblems[outcome] })
    if (!flow.proof) return proceed(context, flow)
    const proof = { ...flow.proof, radar: true }
    return proceed(context, environment.store.flows.update(flow.id, { proof }))
  })
}

function askedOf(context: Context<AppEnv>, flow: FlowRecord): Asked | undefined {
  const standing = standingOf(context.var.environment, flow)
  if (standing?.requirement.type !== 'answer-radar') return undefined
  return { flow, user: standing.user, suspicion: standing.requirement.suspicion }
}

function sendCode(environment: Environment, { suspicion, user }: Omit<Asked, 'flow'>): void {
  if (suspicion.challenge === 'email') sendRadarEmail(environment, user)
  else if (suspicion.phone_number !== null) {
    sendRadarSms(environment, { user, phoneNumber: suspicion.phone_number })
  }
}

function redeem(environment: Environment, asked: Asked, entered: string): CodeOutcome {
  const { store } = environment
  if (asked.suspicion.challenge === 'email') {
    const sent = store.radarChallenges.filter(({ user_id }) => user_id === asked.user.id).at(-1)
    return sent ? redeemCode(environment, store.radarChallenges, { sent, entered }) : 'incorrect'
  }
  const sent = smsTo(environment, asked.user)
  return sent ? redeemCode(environment, store.smsVerifications, { sent, entered }) : 'incorrect'
}

const smsTo = ({ store, clock }: Environment, user: UserRecord) =>
  store.smsVerifications
    .filter(
      ({ user_id, used, expires_at }) =>
        user_id === user.id && !used && Date.parse(expires_at) > clock.now(),
    )
    .at(-1)

function show(context: Context<AppEnv>, page: Asked & { problem?: string }) {
  const { environment } = context.var
  const { flow, user, suspicion, problem } = page
  const to = suspicion.challenge === 'email' ? user.email : smsTo(environment, user)?.phone_number
  const title = to === undefined ? 'Add your phone number' : 'Confirm that it is you'
  return renderPage(context, {
    kind: 'hosted',
    title,
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        tile={destinationOf(environment, flow).name}
        title={title}
        subtitle={
          to === undefined ? (
            'This sign-in looks unusual. We will send a code to your phone.'
          ) : (
            <>
              This sign-in looks unusual. We sent a six-digit code to{' '}
              <span class="strong">{to}</span>.
            </>
          )
        }
      >
        {to === undefined ? (
          <form method="post" novalidate>
            <Field
              name="phone_number"
              label="Phone number"
              autocomplete="tel"
              problem={problem}
              autofocus
            />
            <Submit>Send a code</Submit>
          </form>
        ) : (
          <>
            <CodeForm label="Code" submit="Continue" problem={problem} />
            <form method="post" class="aside">
              <button class="link-button" type="submit" name="action" value="resend">
                Send a new code
              </button>
            </form>
          </>
        )}
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}
