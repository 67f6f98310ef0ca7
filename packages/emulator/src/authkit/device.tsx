import type { Context, Hono } from 'hono'
import { findWaitingDevice } from '../authentication/device.ts'
import { proofIn } from '../authentication/proof.ts'
import type { AppEnv } from '../environment.ts'
import type { DeviceAuthorizationRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { currentBrowserSession } from './browserSession.ts'
import { Card } from './card.tsx'
import { Field, Submit } from './fields.tsx'
import { beginFlow, requireFlow } from './flow.ts'
import { formText } from './form.ts'
import { showMessage } from './message.tsx'
import { OtherAccount } from './otherAccount.tsx'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'

/** Where a device sends its owner: the code that it shows, a sign-in, and a yes or no (RFC 8628). */
export function serveDevice(app: Hono<AppEnv>): void {
  app.get('/device', (context) =>
    showEntry(context, { code: context.req.query('user_code') ?? '' }),
  )

  app.post('/device', async (context) => {
    const { environment } = context.var
    const code = formText(await context.req.parseBody(), 'user_code').trim()
    const device = findWaitingDevice(environment, code)
    if (!device) {
      return showEntry(context, { code, problem: 'No device waits with this code. Check it.' })
    }
    const session = currentBrowserSession(context)
    const flow = beginFlow(context, {
      request: {
        client_id: device.client_id,
        target: { type: 'device', device_code: device.id },
        organization_id: null,
        invitation_id: null,
        login_hint: null,
        domain_hint: null,
        provider_scopes: [],
      },
      proof: session ? proofIn(session) : null,
    })
    return proceed(context, flow)
  })

  app.get('/authkit/device', (context) => {
    const flow = requireFlow(context)
    const asked = confirmationOf(context, flow)
    return asked ? showConfirmation(context, flow, asked) : proceed(context, flow)
  })

  app.post('/authkit/device', async (context) => {
    const { store } = context.var.environment
    const flow = requireFlow(context)
    const asked = confirmationOf(context, flow)
    if (!asked || !flow.proof) return proceed(context, flow)
    const approves = formText(await context.req.parseBody(), 'action') === 'approve'
    store.flows.delete(flow.id)
    store.deviceAuthorizations.update(asked.device.id, {
      outcome: approves
        ? { type: 'approved', proof: flow.proof, organization_id: flow.organization_id }
        : { type: 'denied' },
    })
    return showMessage(context, {
      title: approves ? 'Your device is signed in' : 'Your device is not signed in',
      text: approves ? 'Go back to it. You can close this page.' : 'You can close this page.',
    })
  })
}

type Asked = { device: DeviceAuthorizationRecord; user: UserRecord }

/** What there is to confirm, once the owner has signed in and met every requirement. */
function confirmationOf(context: Context<AppEnv>, flow: FlowRecord): Asked | undefined {
  const { environment } = context.var
  const { target } = flow.request
  const standing = standingOf(environment, flow)
  if (target.type !== 'device' || standing?.requirement.type !== 'satisfied') return undefined
  const device = environment.store.deviceAuthorizations.get(target.device_code)
  if (device?.outcome.type === 'pending' && device.expires_at > environment.clock.now()) {
    return { device, user: standing.user }
  }
  throw new PageError(400, {
    title: 'This code no longer works',
    text: 'It was answered already or has expired. Ask your device for a new one.',
  })
}

function showEntry(
  context: Context<AppEnv>,
  { code, problem }: { code: string; problem?: string },
) {
  return renderPage(context, {
    kind: 'hosted',
    title: 'Sign in on a device',
    status: problem === undefined ? 200 : 422,
    body: (
      <Card title="Sign in on a device" subtitle="Enter the code that your device shows.">
        <form method="post" action="/device" novalidate>
          <Field
            name="user_code"
            label="Device code"
            autocomplete="off"
            value={code}
            hint="Eight letters, such as BCDF-GHJK."
            problem={problem}
            autofocus
          />
          <Submit>Continue</Submit>
        </form>
      </Card>
    ),
  })
}

function showConfirmation(context: Context<AppEnv>, flow: FlowRecord, { device, user }: Asked) {
  const organization = context.var.environment.store.organizations.get(flow.organization_id ?? '')
  return renderPage(context, {
    kind: 'hosted',
    title: 'Confirm your device',
    body: (
      <Card
        tile={organization?.name ?? null}
        title="Is this your device?"
        subtitle={
          <>
            It will be signed in as <span class="strong">{user.email}</span>
            {organization && ` in ${organization.name}`}. Go on only if it shows this code.
          </>
        }
      >
        <p class="user-code">{device.user_code}</p>
        <form method="post">
          <button class="button" type="submit" name="action" value="approve">
            Yes, sign it in
          </button>
          <button class="button plain" type="submit" name="action" value="deny">
            No
          </button>
        </form>
        <OtherAccount flow={flow} />
      </Card>
    ),
  })
}
