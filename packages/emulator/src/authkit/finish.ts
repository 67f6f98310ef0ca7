import type { Context } from 'hono'
import { acceptInvitation } from '../authentication/invitation.ts'
import { proofIn } from '../authentication/proof.ts'
import type { Requirement } from '../authentication/requirement.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { startBrowserSession } from './browserSession.ts'
import { flowPath } from './flow.ts'
import { issueCode } from './issueCode.ts'
import { showMessage } from './message.tsx'
import { returnCode } from './returnToApplication.ts'

type Satisfied = Extract<Requirement, { type: 'satisfied' }>

/** Ends a visit: signs the browser in, and goes on to what the visit was begun for. */
export function finish(
  context: Context<AppEnv>,
  flow: FlowRecord,
  { organizationId, invitation }: Satisfied,
): Response | Promise<Response> {
  const { environment } = context.var
  const { store } = environment
  const { proof, request } = flow
  const user = proof && store.users.get(proof.user_id)
  if (!user) throw new Error('A visit cannot end before somebody has signed in.')

  if (invitation) acceptInvitation(environment, { invitation, user })
  const browserSession = startBrowserSession(context, proof)
  const { target } = request
  switch (target.type) {
    case 'application': {
      store.flows.delete(flow.id)
      const code = issueCode(context, {
        proof: proofIn(browserSession),
        browserSessionId: browserSession.id,
        clientId: request.client_id,
        organizationId,
        codeChallenge: target.code_challenge,
        oauthTokens: flow.oauth_tokens,
      })
      return returnCode(context, target, code)
    }
    case 'sso':
      throw new Error('Standalone SSO ends at the identity provider.')
    case 'device':
      // The device's owner still has to say yes, and to the organization that was settled on.
      store.flows.update(flow.id, { organization_id: organizationId })
      return context.redirect(flowPath(flow, 'device'), 303)
    case 'none': {
      store.flows.delete(flow.id)
      const organization = store.organizations.get(organizationId ?? '')
      return showMessage(context, {
        title: organization ? `You are in ${organization.name}` : 'You are signed in',
        text: 'Go to the application; it knows you already.',
      })
    }
  }
}
