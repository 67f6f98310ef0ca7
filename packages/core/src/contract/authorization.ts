import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { oauthProviders } from './oauthProviders.ts'
import { nothing } from './primitives.ts'

const requested = ['GitHubOAuth', ...oauthProviders] as const

/** Identity providers that `GET /sso/authorize` can be sent to. */
export const oauthProviderSchema = z.enum(requested)

/** Identity providers that `GET /user_management/authorize` can be sent to. */
export const authorizationProviderSchema = z.enum(['authkit', ...requested])

const shared = {
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  login_hint: z.string().optional(),
  domain_hint: z.string().optional(),
  prompt: z.string().optional(),
  /** Further scopes to ask of the provider. */
  provider_scopes: z.array(z.string()).optional(),
  /** Query parameters handed to the provider: `provider_query_params[hd]=example.com`. */
  provider_query_params: z.record(z.string(), z.string()).optional(),
}

/** Parameters of AuthKit's authorization URL. */
export const authorizeQuerySchema = z.object({
  ...shared,
  provider: authorizationProviderSchema.optional(),
  connection_id: z.string().optional(),
  organization_id: z.string().optional(),
  screen_hint: z.enum(['sign-in', 'sign-up']).optional(),
  max_age: z.number().int().min(0).optional(),
  invitation_token: z.string().optional(),
  claim_nonce: z.string().optional(),
})

/** Parameters of standalone SSO's authorization URL. */
export const ssoAuthorizeQuerySchema = z.object({
  ...shared,
  provider: oauthProviderSchema.optional(),
  connection: z.string().optional(),
  organization: z.string().optional(),
  nonce: z.string().optional(),
})

/** What a device shows to its owner (RFC 8628, section 3.2). Times are seconds. */
export const deviceAuthorizationSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string().optional(),
  expires_in: z.number(),
  interval: z.number().optional(),
})
/** {@link deviceAuthorizationSchema} as it travels. */
export type DeviceAuthorizationWire = z.infer<typeof deviceAuthorizationSchema>

/** The redirects that start a sign-in, and the start of one on a device without a browser. */
export const authorization = {
  authorize: endpoint({
    method: 'GET',
    path: '/user_management/authorize',
    credential: 'public',
    success: 302,
    query: authorizeQuerySchema,
    result: nothing,
  }),
  authorizeSso: endpoint({
    method: 'GET',
    path: '/sso/authorize',
    credential: 'public',
    success: 302,
    query: ssoAuthorizeQuerySchema,
    result: nothing,
  }),
  authorizeDevice: endpoint({
    method: 'POST',
    path: '/user_management/authorize/device',
    credential: 'public',
    success: 200,
    body: z.object({ client_id: z.string() }),
    result: deviceAuthorizationSchema,
  }),
}
