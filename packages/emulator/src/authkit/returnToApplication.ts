import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'

/** Errors that a sign-in can come back with: those WorkOS documents, and OpenID Connect's own. */
export type CallbackError =
  | 'access_denied'
  | 'ambiguous_connection_selector'
  | 'connection_invalid'
  | 'connection_strategy_invalid'
  | 'connection_unlinked'
  | 'invalid_connection_selector'
  | 'organization_invalid'
  | 'oauth_failed'
  | 'server_error'
  | 'connection_domain_invalid'
  | 'domain_connection_selector_not_allowed'
  | 'idp_initiated_sso_disabled'
  | 'profile_not_allowed_outside_organization'
  | 'signin_consent_denied'
  | 'invalid_request'
  | 'login_required'
  | 'interaction_required'

type Destination = { redirect_uri: string; state: string | null }

/** Sends the browser back to the application with a code. */
export const returnCode = (context: Context<AppEnv>, to: Destination, code: string): Response =>
  returnTo(context, to, { code })

/** Sends the browser back to the application with what went wrong. */
export const returnError = (
  context: Context<AppEnv>,
  to: Destination,
  error: { error: CallbackError; error_description: string },
): Response => returnTo(context, to, error)

function returnTo(
  context: Context<AppEnv>,
  to: Destination,
  parameters: Record<string, string>,
): Response {
  const url = new URL(to.redirect_uri)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  if (to.state !== null) url.searchParams.set('state', to.state)
  return context.redirect(url.href, context.req.method === 'GET' ? 302 : 303)
}
