/**
 * OAuth providers that a sign-in can be sent to. GitHub is one of them, and stands apart: an identity
 * spells it `GithubOAuth`, everything else `GitHubOAuth`.
 */
export const oauthProviders = [
  'AppleOAuth',
  'BitbucketOAuth',
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
] as const

/** OAuth providers that WorkOS tells of, and that no request can name. */
export const otherOauthProviders = ['DiscordOAuth', 'GrokOAuth', 'XOAuth'] as const
