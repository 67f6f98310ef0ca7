import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { openEnum } from './primitives.ts'
import { userSchema } from './user.ts'

/** How somebody proved who they are. */
export const authenticationMethodSchema = openEnum([
  'SSO',
  'Password',
  'Passkey',
  'AppleOAuth',
  'BitbucketOAuth',
  'CrossAppAuth',
  'DiscordOAuth',
  'ExternalAuth',
  'GitHubOAuth',
  'GitLabOAuth',
  'GoogleOAuth',
  'GrokOAuth',
  'XOAuth',
  'IntuitOAuth',
  'LinkedInOAuth',
  'MicrosoftOAuth',
  'SalesforceOAuth',
  'SlackOAuth',
  'VercelMarketplaceOAuth',
  'VercelOAuth',
  'XeroOAuth',
  'MagicAuth',
  'Impersonation',
  'MigratedSession',
])

/** The WorkOS team member who acts as the user, and why. */
export const impersonatorSchema = z.object({ email: z.string(), reason: z.string().nullable() })

/** The provider's own tokens, where the connection is configured to hand them on. */
export const oauthTokensSchema = z.object({
  provider: z.string(),
  access_token: z.string(),
  refresh_token: z.string(),
  expires_at: z.number(),
  scopes: z.array(z.string()),
})

/** What every grant ends in when it succeeds. */
export const authenticateResultSchema = z.object({
  user: userSchema,
  organization_id: z.string().nullish(),
  access_token: z.string(),
  refresh_token: z.string(),
  authentication_method: authenticationMethodSchema.optional(),
  impersonator: impersonatorSchema.optional(),
  oauth_tokens: oauthTokensSchema.optional(),
  authkit_authorization_code: z.string().optional(),
})
/** {@link authenticateResultSchema} as it travels. */
export type AuthenticateResultWire = z.infer<typeof authenticateResultSchema>

const client = { client_id: z.string(), client_secret: z.string().optional() }
const visitor = {
  ip_address: z.string().optional(),
  user_agent: z.string().optional(),
  device_id: z.string().optional(),
}

/** Redeems the code that the callback received. `code_verifier` proves who began (RFC 7636). */
export const codeGrantSchema = z.object({
  grant_type: z.literal('authorization_code'),
  ...client,
  code: z.string(),
  code_verifier: z.string().optional(),
  invitation_token: z.string().optional(),
  signals_id: z.string().optional(),
  ...visitor,
})

/** Exchanges a refresh token for the next pair; `organization_id` switches the organization. */
export const refreshTokenGrantSchema = z.object({
  grant_type: z.literal('refresh_token'),
  ...client,
  refresh_token: z.string(),
  organization_id: z.string().optional(),
  ...visitor,
})

/** Every grant of the endpoint, told apart by `grant_type`. */
export const grantSchema = z.discriminatedUnion('grant_type', [
  codeGrantSchema,
  refreshTokenGrantSchema,
])
/** {@link grantSchema} as it travels. */
export type GrantWire = z.infer<typeof grantSchema>

/** The token endpoint of AuthKit. @see https://workos.com/docs/reference/authkit/authentication */
export const authentication = {
  authenticate: endpoint({
    method: 'POST',
    path: '/user_management/authenticate',
    credential: 'client',
    success: 200,
    body: grantSchema,
    result: authenticateResultSchema,
  }),
}
