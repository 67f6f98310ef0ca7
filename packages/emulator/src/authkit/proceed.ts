import type { Context } from 'hono'
import {
  openEmailVerification,
  sendEmailVerification,
} from '../authentication/emailVerification.ts'
import { nextRequirement } from '../authentication/requirement.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { startBrowserSession } from './browserSession.ts'
import { flowPath } from './flow.ts'
import { returnCode, returnError } from './returnToApplication.ts'

const codeLifetime = 10 * 60 * 1000

/** Takes a visit to whatever comes next: a page that asks for more, or the application. */
export function proceed(context: Context<AppEnv>, flow: FlowRecord): Response {
  const { environment } = context.var
  const { store } = environment
  const user = flow.authenticated && store.users.get(flow.authenticated.user_id)
  if (!user) return context.redirect(flowPath(flow, 'sign-in'), 303)

  const requirement = nextRequirement(environment, {
    user,
    organizationId: flow.request.organization_id,
  })
  switch (requirement.type) {
    case 'verify-email':
      if (!openEmailVerification(environment, user)) sendEmailVerification(environment, user)
      return context.redirect(flowPath(flow, 'verify-email'), 303)
    case 'choose-organization':
      return context.redirect(flowPath(flow, 'organization'), 303)
    case 'not-a-member':
      store.flows.delete(flow.id)
      return returnError(context, flow.request, {
        error: 'access_denied',
        error_description: 'The user is not a member of the organization.',
      })
    case 'satisfied':
      return finish(context, flow, requirement.organizationId)
  }
}

/** Ends a visit: signs the browser in, and hands the application a code. */
export function finish(
  context: Context<AppEnv>,
  flow: FlowRecord,
  organizationId: string | null,
): Response {
  const { store, clock } = context.var.environment
  const { authenticated, request } = flow
  if (!authenticated) throw new Error('A visit cannot end before somebody has signed in.')

  const browserSession = startBrowserSession(context, authenticated)
  store.flows.delete(flow.id)
  const code = store.authorizationCodes.insert({
    id: randomToken(),
    client_id: request.client_id,
    user_id: authenticated.user_id,
    organization_id: organizationId,
    method: authenticated.method,
    authenticated_at: authenticated.at,
    browser_session_id: browserSession.id,
    code_challenge: request.code_challenge,
    ip_address: context.var.ipAddress ?? null,
    user_agent: context.req.header('user-agent') ?? null,
    expires_at: clock.now() + codeLifetime,
  })
  return returnCode(context, request, code.id)
}
