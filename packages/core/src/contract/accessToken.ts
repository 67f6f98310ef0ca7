import * as z from 'zod'

/**
 * Claims of an AuthKit access token. Organization claims are present only when an organization is
 * selected; lists are left out when empty. @see https://workos.com/docs/authkit/sessions
 */
export const accessTokenClaimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  sid: z.string(),
  jti: z.string(),
  /** Seconds since the epoch. */
  exp: z.number(),
  /** Seconds since the epoch. */
  iat: z.number(),
  org_id: z.string().optional(),
  role: z.string().optional(),
  roles: z.array(z.string()).optional(),
  permissions: z.array(z.string()).optional(),
  entitlements: z.array(z.string()).optional(),
  feature_flags: z.array(z.string()).optional(),
  /** The impersonator (RFC 8693). */
  act: z.looseObject({ sub: z.string() }).optional(),
  /** When the person last proved who they are, in seconds; a refresh does not change it. */
  auth_time: z.number().optional(),
  client_id: z.string().optional(),
})
/** {@link accessTokenClaimsSchema} as it travels. */
export type AccessTokenClaimsWire = z.infer<typeof accessTokenClaimsSchema>
