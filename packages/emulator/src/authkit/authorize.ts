import { authorization, authorizeQuerySchema } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { readQuery } from '../api/readQuery.ts'
import { isRegistered } from '../authentication/redirects.ts'
import { nextRequirement } from '../authentication/requirement.ts'
import type { AppEnv } from '../environment.ts'
import type { AuthorizeRequest, BrowserSessionRecord } from '../store/records.ts'
import { currentBrowserSession } from './browserSession.ts'
import { beginFlow, flowPath } from './flow.ts'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { type CallbackError, returnError } from './returnToApplication.ts'

type AuthorizeQuery = z.output<typeof authorizeQuerySchema>

/** Where a sign-in begins: `GET /user_management/authorize`. */
export function serveAuthorize(app: Hono<AppEnv>): void {
  app.get(authorization.authorize.path, (context) => {
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
    const problem = selectorProblem(context, query)
    if (problem) return refuse(problem.error, problem.error_description)
    if (query.code_challenge !== undefined && query.code_challenge_method !== 'S256') {
      return refuse('invalid_request', 'code_challenge_method must be S256.')
    }

    const request: AuthorizeRequest = {
      client_id: query.client_id,
      redirect_uri,
      state: query.state ?? null,
      code_challenge: query.code_challenge ?? null,
      organization_id: query.organization_id ?? null,
      login_hint: query.login_hint ?? null,
    }
    const session = usableSession(context, query)
    if (query.prompt === 'none') {
      if (!session) return refuse('login_required', 'Nobody is signed in.')
      if (needsPerson(context, session, request)) {
        return refuse('interaction_required', 'The user has to choose or confirm something.')
      }
    }
    const flow = beginFlow(context, {
      request,
      authenticated: session
        ? { user_id: session.user_id, method: session.method, at: session.authenticated_at }
        : null,
    })
    if (session) return proceed(context, flow)
    return context.redirect(flowPath(flow, query.screen_hint ?? 'sign-in'), 302)
  })
}

/** Nobody is sent to an address that is not registered, not even with an error. */
function requireClientAndRedirect(context: Context<AppEnv>, parameters: URLSearchParams): string {
  const { clientId, store } = context.var.environment
  if (parameters.get('client_id') !== clientId) {
    throw new PageError(400, {
      title: 'Unknown client',
      text: `The application asked to sign in with a client_id that this emulator does not know. Set WORKOS_CLIENT_ID to "${clientId}".`,
    })
  }
  const uri = parameters.get('redirect_uri')
  if (!uri) {
    throw new PageError(400, {
      title: 'The redirect URI is missing',
      text: 'The application did not say where to return to. Set NEXT_PUBLIC_WORKOS_REDIRECT_URI, or send redirect_uri.',
    })
  }
  if (!isRegistered(store.redirectUris.all(), uri)) {
    throw new PageError(400, {
      title: 'This redirect URI is not registered',
      text: 'The application asked to return to an address that is not on the list. If it is yours, add it to redirectUris in the seed, and in the WorkOS dashboard before you go live.',
      detail: { label: 'Redirect URI to register', value: uri },
    })
  }
  return uri
}

function selectorProblem(
  context: Context<AppEnv>,
  query: AuthorizeQuery,
): { error: CallbackError; error_description: string } | undefined {
  const { provider, connection_id, organization_id } = query
  if (connection_id !== undefined) {
    return provider === undefined && organization_id === undefined
      ? { error: 'connection_invalid', error_description: `No connection ${connection_id}.` }
      : {
          error: 'ambiguous_connection_selector',
          error_description: 'Send one of provider, connection_id and organization_id.',
        }
  }
  if (provider === undefined && organization_id === undefined) {
    return {
      error: 'invalid_connection_selector',
      error_description: 'One of provider, connection_id and organization_id is required.',
    }
  }
  if (
    organization_id !== undefined &&
    !context.var.environment.store.organizations.get(organization_id)
  ) {
    return {
      error: 'organization_invalid',
      error_description: `No organization ${organization_id}.`,
    }
  }
  if (provider === undefined) {
    return {
      error: 'connection_invalid',
      error_description: `The organization ${organization_id} has no SSO connection.`,
    }
  }
  if (provider !== 'authkit') {
    throw new PageError(501, {
      title: `${provider} is not here yet`,
      text: 'This emulator signs people in with its own pages. Send provider=authkit.',
    })
  }
  return undefined
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

function needsPerson(
  context: Context<AppEnv>,
  session: BrowserSessionRecord,
  request: AuthorizeRequest,
): boolean {
  const { environment } = context.var
  const user = environment.store.users.get(session.user_id)
  if (!user) return true
  const { type } = nextRequirement(environment, { user, organizationId: request.organization_id })
  return type === 'verify-email' || type === 'choose-organization'
}
