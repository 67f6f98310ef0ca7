import type { Context } from 'hono'
import type { Environment } from '../environment.ts'
import { oauthError } from './apiError.ts'

/** Servers may name their secret in the body, in the header, or (as the SDKs do) in both. */
export function bearerSecret(context: Context): { client_secret?: string } {
  const [scheme, secret] = (context.req.header('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && secret ? { client_secret: secret } : {}
}

/** Refuses a client that is not the environment's, and a secret that is not its key. */
export function checkClient(
  environment: Environment,
  client: { client_id: string; client_secret?: string | undefined },
): void {
  if (client.client_id !== environment.clientId) {
    throw oauthError('invalid_client', 'Invalid client ID.')
  }
  if (client.client_secret !== undefined && client.client_secret !== environment.apiKey) {
    throw oauthError('invalid_client', 'Invalid client secret.')
  }
}
