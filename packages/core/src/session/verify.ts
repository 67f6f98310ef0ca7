import type { JWTVerifyGetKey } from 'jose'
import * as errors from 'jose/errors'
import { jwtVerify } from 'jose/jwt/verify'
import type { Context } from '../context.ts'
import { type SessionClaims, toSessionClaims } from './claims.ts'

/** What checking an access token can end in. `unavailable` says nothing about the token. */
export type Verification =
  | { readonly kind: 'valid'; readonly claims: SessionClaims }
  | { readonly kind: 'expired'; readonly claims: SessionClaims }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unavailable' }

/** Seconds by which the clocks of WorkOS and this server may differ. */
const CLOCK_TOLERANCE = 5

/** Checks signature (RS256 only), lifetime and issuer, in that order. */
export async function verifyAccessToken(
  context: Context,
  keys: JWTVerifyGetKey,
  accessToken: string,
): Promise<Verification> {
  try {
    const { payload } = await jwtVerify(accessToken, keys, {
      algorithms: ['RS256'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(context.now()),
      requiredClaims: ['sub', 'sid', 'exp', 'iat'],
      ...(context.config.issuers && { issuer: [...context.config.issuers] }),
    })
    const claims = toSessionClaims(payload)
    return claims ? { kind: 'valid', claims } : { kind: 'invalid' }
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error: unknown): Verification {
  if (error instanceof errors.JWTExpired) {
    const claims = toSessionClaims(error.payload)
    return claims ? { kind: 'expired', claims } : { kind: 'invalid' }
  }
  if (error instanceof errors.JWKSNoMatchingKey) return { kind: 'unknown-key' }
  if (error instanceof errors.JWKSMultipleMatchingKeys) return { kind: 'unknown-key' }
  return isAboutTheToken(error) ? { kind: 'invalid' } : { kind: 'unavailable' }
}

/** Everything else is about the way to the keys: network, timeout, or an answer that is no key set. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported
  )
}
