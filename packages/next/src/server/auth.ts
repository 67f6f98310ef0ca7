import {
  type AuthKit,
  parseCookies,
  type SignedIn,
  type SignedOut,
  type Unavailable,
} from '@latchkey/core'
import { headers as requestHeaders } from 'next/headers.js'
import { redirect } from '#next/navigation'
import { UNAVAILABLE_HINT } from '../http/hints.ts'
import { kitFrom, type RequestHeaders } from '../kit.ts'
import { readApiKey } from './apiKeys.ts'
import {
  type Authenticated,
  bearerOf,
  type Credential,
  looksLikeToken,
  type NotAuthenticated,
} from './credential.ts'
import { currentPath } from './currentPath.ts'
import { inRequest } from './inRequest.ts'
import type { Instance } from './instance.ts'
import { routeUrl } from './routeUrl.ts'

/**
 * Who is asking: somebody, nobody, or not known while WorkOS cannot be reached. With other
 * credentials than a session, `status` tells which of them it was.
 */
export type AuthState<Declared = unknown, Accept extends Credential = 'session'> =
  | Authenticated<Declared, Accept>
  | NotAuthenticated<Accept>

/** The state of a request's session. */
export type SessionAuth<Declared> = SignedIn<Declared> | SignedOut | Unavailable

/** Options of `auth`. */
export interface AuthOptions<Accept extends Credential = 'session'> {
  /** Path to come back to; the proxy knows it, pages that no proxy matches must say it. */
  readonly returnTo?: string
  /**
   * What callers may identify themselves by; a session where left out. Where a bearer is accepted
   * and one is sent, it alone decides, and the session's cookie is not looked at.
   */
  readonly accept?: readonly Accept[]
  /**
   * Whether revocations are looked up anew: a session or access token that any instance knows to be
   * revoked is refused at once, for one round trip to where they are kept. API keys are believed for
   * half a minute all the same.
   */
  readonly strict?: boolean
}

/** Who makes the current request. Where a session is to be refreshed, through the refresh route. */
export async function auth<Declared, Accept extends Credential = 'session'>(
  { source, basePath }: Instance<Declared>,
  { accept, returnTo, strict = false }: AuthOptions<Accept> = {},
): Promise<AuthState<Declared, Accept>> {
  const headers = await inRequest('auth', requestHeaders)
  const kit = kitFrom(source, headers)
  return identify({
    kit,
    headers,
    accept,
    strict,
    session: async () => {
      const cookies = parseCookies(headers.get('cookie'))
      const state = await kit.readSession(cookies, { strict })
      if (state.status !== 'refresh-required') return state
      if (headers.has(UNAVAILABLE_HINT)) {
        return { status: 'unavailable', reason: 'refresh-unavailable', retryAfter: 1 }
      }
      const target = {
        basePath,
        action: 'refresh',
        returnTo: returnTo ?? currentPath(headers),
        ...(strict && { strict: 1 }),
      } as const
      redirect(routeUrl(kit.config, target))
    },
  })
}

/** Who is behind a request, by the credentials that are accepted. */
export async function identify<Declared, Accept extends Credential>({
  kit,
  headers,
  accept = ['session'] as unknown as readonly Accept[],
  strict,
  session,
}: {
  kit: AuthKit<Declared>
  headers: RequestHeaders
  accept: readonly Accept[] | undefined
  strict: boolean
  /** How the session is had; asked only where no other credential decides. */
  session: () => Promise<SessionAuth<Declared>>
}): Promise<AuthState<Declared, Accept>> {
  const accepts = (credential: Credential) => (accept as readonly Credential[]).includes(credential)
  const readToken = (token: string) => kit.readBearer(token, { strict })
  const state = await byCredential()
  // Only what is accepted was asked for.
  return state as AuthState<Declared, Accept>

  async function byCredential(): Promise<AuthState<Declared, Credential>> {
    const bearer = bearerOf(headers)
    if (bearer !== undefined && accepts('bearer') && accepts('api-key')) {
      return looksLikeToken(bearer) ? readToken(bearer) : readApiKey(kit, bearer)
    }
    if (bearer !== undefined && accepts('bearer')) return readToken(bearer)
    if (bearer !== undefined && accepts('api-key')) return readApiKey(kit, bearer)
    return accepts('session') ? session() : { status: 'signed-out', reason: 'no-credential' }
  }
}
