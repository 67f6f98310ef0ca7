import type { Context } from 'hono'
import {
  openEmailVerification,
  sendEmailVerification,
} from '../authentication/emailVerification.ts'
import { type OrganizationPolicy, requiresSso } from '../authentication/policy.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { finish } from './finish.ts'
import { type FlowPage, flowPath } from './flow.ts'
import { askRadar } from './radar.tsx'
import { refuse } from './refuse.ts'
import { standingOf } from './standing.ts'
import { visitorOf } from './visitor.ts'

/** Takes a visit to whatever comes next: a page that asks for more, or the application. */
export function proceed(context: Context<AppEnv>, flow: FlowRecord): Response | Promise<Response> {
  const { environment } = context.var
  const goTo = (page: FlowPage) =>
    context.redirect(flowPath(flow, page), context.req.method === 'GET' ? 302 : 303)
  const standing = standingOf(environment, flow)
  if (!standing) return goTo('sign-in')

  const { user, proof, requirement } = standing
  switch (requirement.type) {
    case 'answer-radar':
      askRadar(environment, {
        suspicion: requirement.suspicion,
        user,
        proof,
        visitor: visitorOf(context),
      })
      return goTo('radar')
    case 'verify-email':
      if (!openEmailVerification(environment, user)) sendEmailVerification(environment, user)
      return goTo('verify-email')
    case 'use-other-method':
      return goTo(pageOfPolicy(requirement.policy))
    case 'enroll-factor':
      return goTo('mfa-setup')
    case 'challenge-factor':
      return goTo('mfa')
    case 'choose-organization':
      return goTo('organization')
    case 'invitation-refused':
      return goTo('invitation')
    case 'not-a-member':
      return refuse(context, flow, {
        error: 'access_denied',
        error_description: 'The user is not a member of the organization.',
      })
    case 'satisfied':
      return finish(context, flow, requirement)
  }
}

/** Where a policy sends somebody: to the one identity provider, or to a choice of ways in. */
export function pageOfPolicy(policy: OrganizationPolicy): FlowPage {
  const [connection, ...others] = policy.connections
  return requiresSso(policy) && connection && others.length === 0
    ? `sso/${connection.id}`
    : 'methods'
}
