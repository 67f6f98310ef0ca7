import type * as z from 'zod'
import type { Config } from '../config.ts'
import { authorization, type authorizeQuerySchema, jwks, sessions } from '../contract/index.ts'

/** Parameters of the authorization URL on the wire, less those that the configuration gives. */
export type AuthorizeQuery = Omit<
  z.input<typeof authorizeQuerySchema>,
  'client_id' | 'response_type'
>

/** The URL that starts a sign-in. `query` must name a provider, a connection or an organization. */
export function authorizeUrl(config: Config, query: AuthorizeQuery): string {
  return withQuery(config, authorization.authorize.path, {
    client_id: config.clientId,
    response_type: 'code',
    ...query,
  })
}

/** Where the keys of this client are served (RFC 7517). */
export function getJwksUrl(config: Pick<Config, 'apiUrl' | 'clientId'>): string {
  const path = jwks.get.path.replace('{client_id}', encodeURIComponent(config.clientId))
  return `${config.apiUrl}${path}`
}

/** Ends the session at WorkOS, in the browser, and sends it on to `returnTo`. */
export function getLogoutUrl(
  config: Pick<Config, 'apiUrl'>,
  { sessionId, returnTo }: { sessionId: string; returnTo?: string },
): string {
  return withQuery(config, sessions.logout.path, {
    session_id: sessionId,
    return_to: returnTo,
  })
}

function withQuery(
  { apiUrl }: Pick<Config, 'apiUrl'>,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const url = new URL(path, apiUrl)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url.href
}
