import * as z from 'zod'
import { endpoint } from './endpoint.ts'

/** A signing key. */
export const jwkSchema = z.object({
  alg: z.literal('RS256'),
  kty: z.literal('RSA'),
  use: z.literal('sig'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  x5c: z.array(z.string()),
  'x5t#S256': z.string(),
})

/** Keys that sign access tokens (RFC 7517). */
export const jwksSchema = z.object({ keys: z.array(jwkSchema) })
/** {@link jwksSchema} as it travels. */
export type JwksWire = z.infer<typeof jwksSchema>

/** The key set of one client. */
export const jwks = {
  get: endpoint({
    method: 'GET',
    path: '/sso/jwks/{client_id}',
    credential: 'public',
    success: 200,
    result: jwksSchema,
  }),
}
