import type { Context, Hono } from 'hono'
import { findOpenInvitation, invitationState } from '../authentication/invitation.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { InvitationRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord, FlowTarget, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { beginFlow, flowPath, requireFlow } from './flow.ts'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { standingOf } from './standing.ts'

/** Where an invitation is accepted: from the emailed link, or on the way from the application. */
export function serveInvitation(app: Hono<AppEnv>): void {
  app.get('/authkit/invite', (context) => {
    const { environment } = context.var
    const token = context.req.query('invitation_token') ?? ''
    const invitation = findOpenInvitation(environment, token)
    if (!invitation) throw lapsed()
    const flow = beginFlow(context, {
      request: {
        client_id: environment.clientId,
        target: defaultTarget(environment),
        organization_id: null,
        invitation_id: invitation.id,
        login_hint: invitation.email,
        domain_hint: null,
        provider_scopes: [],
      },
      proof: null,
      email: invitation.email,
    })
    return context.redirect(flowPath(flow, 'invitation'), 302)
  })

  app.get('/authkit/invitation', (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const invitation = environment.store.invitations.get(flow.request.invitation_id ?? '')
    if (!invitation) return proceed(context, flow)
    if (invitationState(environment, invitation) !== 'pending') throw lapsed()
    const standing = standingOf(environment, flow)
    if (!standing) return showInvitation(context, { flow, invitation })
    return standing.requirement.type === 'invitation-refused'
      ? showMismatch(context, { flow, invitation, user: standing.user })
      : proceed(context, flow)
  })
}

const lapsed = () =>
  new PageError(400, {
    title: 'This invitation no longer works',
    text: 'It was accepted already, was taken back, or has expired. Ask for a new one, or go back to the application and sign in.',
  })

/** Emailed links lead on to the application's default address, unless that is only a pattern. */
function defaultTarget({ store }: Environment): FlowTarget {
  const uri = store.redirectUris.find((each) => each.default)?.uri
  return uri === undefined || uri.includes('*')
    ? { type: 'none' }
    : { type: 'application', redirect_uri: uri, state: null, code_challenge: null }
}

function showInvitation(
  context: Context<AppEnv>,
  { flow, invitation }: { flow: FlowRecord; invitation: InvitationRecord },
) {
  const { environment } = context.var
  const { name, host } = destinationOf(environment, flow)
  const inviter = environment.store.users.get(invitation.inviter_user_id ?? '')
  const known = findUserByEmail(environment, invitation.email) !== undefined
  const title = `Join ${name ?? host}`
  return renderPage(context, {
    kind: 'hosted',
    title,
    body: (
      <Card
        tile={name}
        title={title}
        subtitle={
          <>
            {inviter
              ? `${inviter.name ?? inviter.email} has invited`
              : 'There is an invitation for'}{' '}
            <span class="strong">{invitation.email}</span>.
          </>
        }
      >
        <a class="button" href={flowPath(flow, known ? 'sign-in' : 'sign-up')}>
          {known ? 'Sign in to accept' : 'Create your account'}
        </a>
        <p class="aside">
          {known ? 'No account yet? ' : 'Already have an account? '}
          <a href={flowPath(flow, known ? 'sign-up' : 'sign-in')}>
            {known ? 'Create one' : 'Sign in'}
          </a>
        </p>
      </Card>
    ),
  })
}

function showMismatch(
  context: Context<AppEnv>,
  about: { flow: FlowRecord; invitation: InvitationRecord; user: UserRecord },
) {
  const { flow, invitation, user } = about
  return renderPage(context, {
    kind: 'hosted',
    title: 'This invitation is for another address',
    body: (
      <Card
        tile={destinationOf(context.var.environment, flow).name}
        title="This invitation is for another address"
        subtitle={
          <>
            It was sent to <span class="strong">{invitation.email}</span>, and you are signed in as{' '}
            <span class="strong">{user.email}</span>.
          </>
        }
      >
        <a class="button" href={flowPath(flow, 'sign-in')}>
          Use another account
        </a>
      </Card>
    ),
  })
}
