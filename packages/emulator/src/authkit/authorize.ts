import { authorization, authorizeQuerySchema } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { readQuery } from '../api/readQuery.ts'
import { findOpenInvitation } from '../authentication/invitation.ts'
import { proofIn } from '../authentication/proof.ts'
import { nextRequirement } from '../authentication/requirement.ts'
import type { AppEnv } from '../environment.ts'
import type { InvitationRecord } from '../store/authenticationRecords.ts'
import type { BrowserSessionRecord, FlowRequest } from '../store/records.ts'
import { currentBrowserSession } from './browserSession.ts'
import { beginFlow, type FlowPage, flowPath } from './flow.ts'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { requireClientAndRedirect } from './redirectCheck.ts'
import { type CallbackError, returnError } from './returnToApplication.ts'
import { type Selection, selectIdentityProvider } from './selector.ts'

type AuthorizeQuery = z.output<typeof authorizeQuerySchema>

/** Where a sign-in begins: `GET /user_management/authorize`. */
export function serveAuthorize(app: Hono<AppEnv>): void {
  app.get(authorization.authorize.path, (context) => {
    const { environment } = context.var
    const parameters = new URL(context.req.url).searchParams
    const redirect_uri = requireClientAndRedirect(context, parameters)
    const back = { redirect_uri, state: parameters.get('state') }
    const refuse = (error: CallbackError, error_description: string) =>
      returnError(context, back, { error, error_description })

    const parsed = authorizeQuerySchema.safeParse(readQuery(authorizeQuerySchema, parameters))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return refuse('invalid_request', `${issue?.path.join('.')}: ${issue?.message}`)
    }
    const query = parsed.data
    const selection = selectIdentityProvider(environment, query)
    if (selection.type === 'refused') return refuse(selection.error, selection.error_description)
    if (query.code_challenge !== undefined && query.code_challenge_method !== 'S256') {
      return refuse('invalid_request', 'code_challenge_method must be S256.')
    }

    const invitation = invitationOf(context, query)
    const request = requestOf(query, { ...back, selection, invitation })
    const session = selection.type === 'authkit' ? usableSession(context, query) : undefined
    if (query.prompt === 'none') {
      if (!session) return refuse('login_required', 'Nobody is signed in.')
      if (needsPerson(context, session, request)) {
        return refuse('interaction_required', 'The user has to choose or confirm something.')
      }
    }
    const flow = beginFlow(context, {
      request,
      proof: session ? proofIn(session) : null,
      email: invitation?.email ?? null,
    })
    if (session) return proceed(context, flow)
    return context.redirect(flowPath(flow, firstPage(query, { selection, invitation })), 302)
  })
}

function invitationOf(
  context: Context<AppEnv>,
  { invitation_token }: AuthorizeQuery,
): InvitationRecord | undefined {
  if (invitation_token === undefined) return undefined
  const invitation = findOpenInvitation(context.var.environment, invitation_token)
  if (invitation) return invitation
  throw new PageError(400, {
    title: 'This invitation no longer works',
    text: 'It was accepted already, was taken back, or has expired. Ask for a new one, or go back to the application and sign in.',
  })
}

function requestOf(
  query: AuthorizeQuery,
  about: {
    redirect_uri: string
    state: string | null
    selection: Exclude<Selection, { type: 'refused' }>
    invitation: InvitationRecord | undefined
  },
): FlowRequest {
  const { redirect_uri, state, selection, invitation } = about
  return {
    client_id: query.client_id,
    target: {
      type: 'application',
      redirect_uri,
      state,
      code_challenge: query.code_challenge ?? null,
    },
    organization_id: organizationOf(selection),
    invitation_id: invitation?.id ?? null,
    login_hint: query.login_hint ?? null,
    domain_hint: query.domain_hint ?? null,
    provider_scopes: query.provider_scopes ?? [],
  }
}

function organizationOf(selection: Exclude<Selection, { type: 'refused' }>): string | null {
  if (selection.type === 'connection') return selection.connection.organization_id
  return selection.type === 'authkit' ? selection.organizationId : null
}

function firstPage(
  { screen_hint }: AuthorizeQuery,
  about: {
    selection: Exclude<Selection, { type: 'refused' }>
    invitation: InvitationRecord | undefined
  },
): FlowPage {
  const { selection, invitation } = about
  if (selection.type === 'connection') return `sso/${selection.connection.id}`
  if (selection.type === 'provider') return `provider/${selection.provider}`
  return invitation ? 'invitation' : (screen_hint ?? 'sign-in')
}

/** The browser's session, unless the request asks for a fresh proof. */
function usableSession(
  context: Context<AppEnv>,
  { prompt, max_age }: AuthorizeQuery,
): BrowserSessionRecord | undefined {
  const session = currentBrowserSession(context)
  if (!session || prompt === 'login' || prompt === 'select_account') return undefined
  const age = (context.var.environment.clock.now() - session.authenticated_at) / 1000
  return max_age !== undefined && age >= max_age ? undefined : session
}

/** Whether a session alone is not enough; who is no member is told so either way. */
function needsPerson(
  context: Context<AppEnv>,
  session: BrowserSessionRecord,
  request: FlowRequest,
): boolean {
  const { environment } = context.var
  const user = environment.store.users.get(session.user_id)
  if (!user) return true
  const attempt = {
    proof: proofIn(session),
    organizationId: request.organization_id,
    invitationId: request.invitation_id,
  }
  const { type } = nextRequirement(environment, { user, attempt })
  return type !== 'satisfied' && type !== 'not-a-member'
}
