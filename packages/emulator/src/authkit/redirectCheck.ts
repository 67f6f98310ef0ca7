import type { Context } from 'hono'
import { isRegistered } from '../authentication/redirects.ts'
import type { AppEnv } from '../environment.ts'
import { PageError } from './pageError.ts'

/** Nobody is sent to an address that is not registered, not even with an error. */
export function requireClientAndRedirect(
  context: Context<AppEnv>,
  parameters: URLSearchParams,
): string {
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
