import * as base64url from 'jose/base64url'

/** A code verifier and its challenge (RFC 7636, S256). */
export interface Pkce {
  /** 43 characters of base64url; stays with the product. */
  readonly verifier: string
  /** SHA-256 of the verifier; goes into the authorization URL. */
  readonly challenge: string
}

/** Makes a fresh verifier from 32 random bytes. */
export async function createPkce(): Promise<Pkce> {
  const verifier = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return { verifier, challenge: base64url.encode(new Uint8Array(digest)) }
}
