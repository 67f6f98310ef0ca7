import type { Context } from '../context.ts'

/**
 * How the client proves itself: `confidential` sends the API key; `public` sends none, for clients
 * that cannot keep a secret and prove themselves by PKCE or by the refresh token alone.
 */
export type ClientKind = 'confidential' | 'public'

/** A client that proves itself by the API key. */
export function confidentialClient({ config }: Context) {
  return { client_id: config.clientId, client_secret: config.apiKey }
}

/** The client as the wire names it. */
export function clientOf(context: Context, kind: ClientKind = 'confidential') {
  return kind === 'public' ? { client_id: context.config.clientId } : confidentialClient(context)
}
