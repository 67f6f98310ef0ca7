import type { Environment } from '../environment.ts'
import { ulid } from '../store/id.ts'

const lifetime = 60 * 60

/** A token for one purpose, signed with the environment's key. It lives for an hour. */
export async function signScopedToken(
  environment: Environment,
  options: { audience: string; claims: Record<string, unknown> },
): Promise<string> {
  const { SignJWT } = await import('jose')
  const { clock, issuer, signingKeys } = environment
  const { kid, privateKey } = await signingKeys.current()
  const issuedAt = Math.floor(clock.now() / 1000)
  return new SignJWT({
    ...options.claims,
    iss: issuer,
    aud: options.audience,
    jti: ulid(clock.now()),
    iat: issuedAt,
    exp: issuedAt + lifetime,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .sign(privateKey)
}
