import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { oauthProviders, otherOauthProviders } from './oauthProviders.ts'
import { openEnum } from './primitives.ts'
import { userSchema } from './user.ts'

/** How somebody proved who they are. */
export const authenticationMethodSchema = openEnum([
  'SSO',
  'Password',
  'Passkey',
  'GitHubOAuth',
  ...oauthProviders,
  ...otherOauthProviders,
  'CrossAppAuth',
  'ExternalAuth',
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

const client = { client_id: z.string(), client_secret: z.string() }
const clientWithoutSecret = { client_id: z.string(), client_secret: z.string().optional() }
const visitor = {
  ip_address: z.string().optional(),
  user_agent: z.string().optional(),
  device_id: z.string().optional(),
}
const pending = { pending_authentication_token: z.string() }
const signals = {
  signals_id: z.string().optional(),
  radar_auth_attempt_id: z.string().optional(),
}

/** Redeems the code that the callback received. `code_verifier` proves who began (RFC 7636). */
export const codeGrantSchema = z.object({
  grant_type: z.literal('authorization_code'),
  ...clientWithoutSecret,
  code: z.string(),
  code_verifier: z.string().optional(),
  invitation_token: z.string().optional(),
  signals_id: z.string().optional(),
  /** Ties a sign-in by SSO to the one that asked for it. */
  pending_authentication_token: z.string().optional(),
  ...visitor,
})

/** Exchanges a refresh token for the next pair; `organization_id` switches the organization. */
export const refreshTokenGrantSchema = z.object({
  grant_type: z.literal('refresh_token'),
  ...clientWithoutSecret,
  refresh_token: z.string(),
  organization_id: z.string().optional(),
  ...visitor,
})

/** Email address and password. */
export const passwordGrantSchema = z.object({
  grant_type: z.literal('password'),
  ...client,
  email: z.string(),
  password: z.string(),
  invitation_token: z.string().optional(),
  ...signals,
  ...visitor,
})

/** The code of a Magic Auth mail. */
export const magicAuthGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:magic-auth:code'),
  ...client,
  code: z.string(),
  email: z.string(),
  invitation_token: z.string().optional(),
  link_authorization_code: z.string().optional(),
  ...signals,
  ...visitor,
})

/** The code that proves an email address. */
export const emailVerificationGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:email-verification:code'),
  ...client,
  code: z.string(),
  ...pending,
  ...visitor,
})

/** The code of an authenticator application (RFC 6238). */
export const totpGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:mfa-totp'),
  ...client,
  code: z.string(),
  ...pending,
  authentication_challenge_id: z.string(),
  ...visitor,
})

/** The organization that somebody with several chose. */
export const organizationSelectionGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:organization-selection'),
  ...client,
  ...pending,
  organization_id: z.string(),
  ...visitor,
})

/** The code that Radar sent by email. */
export const radarEmailChallengeGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:radar-email-challenge:code'),
  ...client,
  code: z.string(),
  radar_challenge_id: z.string(),
  ...pending,
  ...visitor,
})

/** The code that Radar sent by SMS; a sign-up names the phone number and its verification. */
export const radarSmsChallengeGrantSchema = z.object({
  grant_type: z.literal('urn:workos:oauth:grant-type:radar-sms-challenge:code'),
  ...client,
  code: z.string(),
  verification_id: z.string().optional(),
  phone_number: z.string().optional(),
  ...pending,
  ...visitor,
})

/** The device code of RFC 8628. */
export const deviceCodeGrantSchema = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code'),
  client_id: z.string(),
  device_code: z.string(),
  ...visitor,
})

/** Every grant of the endpoint, told apart by `grant_type`. */
export const grantSchema = z.discriminatedUnion('grant_type', [
  codeGrantSchema,
  refreshTokenGrantSchema,
  passwordGrantSchema,
  magicAuthGrantSchema,
  emailVerificationGrantSchema,
  totpGrantSchema,
  organizationSelectionGrantSchema,
  radarEmailChallengeGrantSchema,
  radarSmsChallengeGrantSchema,
  deviceCodeGrantSchema,
])
/** {@link grantSchema} as it travels. */
export type AnyGrantWire = z.infer<typeof grantSchema>

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
