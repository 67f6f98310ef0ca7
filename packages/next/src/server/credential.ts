import type {
  ApiKey,
  BearerAuth,
  BearerRefused,
  SignedIn,
  SignedOut,
  Unavailable,
} from '@latchkey/core'

/**
 * How a caller may say who they are: a browser's sealed session, or what stands in `Authorization:
 * Bearer`, the access token of a session or an API key that the product has handed out.
 */
export type Credential = 'session' | 'bearer' | 'api-key'

/** A caller with an API key of this environment. There is no person behind it to sign in again. */
export interface ApiKeyAuth {
  readonly status: 'api-key'
  readonly apiKey: ApiKey
  /** The organization that owns the key, or for which its owner has it. */
  readonly organizationId: string
  readonly permissions: readonly string[]
}

/** An API key that opens nothing, or no key where one was needed. */
export interface CredentialRefused {
  readonly status: 'signed-out'
  readonly reason: 'no-credential' | 'invalid-api-key'
}

/** WorkOS cannot be asked about an API key now; it may be good. */
export interface ApiKeyUnverifiable {
  readonly status: 'unavailable'
  readonly reason: 'api-key-unverifiable'
  /** Seconds after which to try again. */
  readonly retryAfter: number
}

interface Accepted<Declared> {
  readonly session: SignedIn<Declared>
  readonly bearer: BearerAuth<Declared>
  readonly 'api-key': ApiKeyAuth
}

interface Refused {
  readonly session: SignedOut | Unavailable
  readonly bearer: BearerRefused | CredentialRefused | Unavailable
  readonly 'api-key': CredentialRefused | ApiKeyUnverifiable
}

/** Whoever is let in by one of the credentials that are accepted. */
export type Authenticated<Declared, Accept extends Credential> = Accepted<Declared>[Accept]

/** Whoever is not, or not now. */
export type NotAuthenticated<Accept extends Credential> = Refused[Accept]

/** What stands in `Authorization: Bearer` (RFC 6750, section 2.1). */
export function bearerOf(headers: Pick<Headers, 'get'>): string | undefined {
  return /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1]
}

/** An access token is a JWT in compact form (RFC 7519); no API key looks like one. */
export function looksLikeToken(credential: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(credential)
}
