import type { Config } from '../config.ts'
import { jwks } from '../contract/index.ts'
import { logout } from '../contract/logout.ts'
import { urlWithQuery } from './query.ts'

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
  return urlWithQuery(config, logout.path, { session_id: sessionId, return_to: returnTo })
}
