import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing } from './primitives.ts'

/** Identity providers that `GET /user_management/authorize` can be sent to. */
export const authorizationProviderSchema = z.enum([
  'authkit',
  'AppleOAuth',
  'BitbucketOAuth',
  'GitHubOAuth',
  'GitLabOAuth',
  'GoogleOAuth',
  'IntuitOAuth',
  'LinkedInOAuth',
  'MicrosoftOAuth',
  'SalesforceOAuth',
  'SlackOAuth',
  'VercelMarketplaceOAuth',
  'VercelOAuth',
  'XeroOAuth',
])

/** Parameters of the authorization URL. */
export const authorizeQuerySchema = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  provider: authorizationProviderSchema.optional(),
  connection_id: z.string().optional(),
  organization_id: z.string().optional(),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  screen_hint: z.enum(['sign-in', 'sign-up']).optional(),
  login_hint: z.string().optional(),
  domain_hint: z.string().optional(),
  prompt: z.string().optional(),
  max_age: z.number().int().min(0).optional(),
  invitation_token: z.string().optional(),
})

/** The redirect that starts a hosted sign-in. */
export const authorization = {
  authorize: endpoint({
    method: 'GET',
    path: '/user_management/authorize',
    credential: 'public',
    success: 302,
    query: authorizeQuerySchema,
    result: nothing,
  }),
}
