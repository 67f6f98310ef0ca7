const names: Record<string, string> = {
  AppleOAuth: 'Apple',
  BitbucketOAuth: 'Bitbucket',
  GitHubOAuth: 'GitHub',
  GitLabOAuth: 'GitLab',
  GoogleOAuth: 'Google',
  IntuitOAuth: 'Intuit',
  LinkedInOAuth: 'LinkedIn',
  MicrosoftOAuth: 'Microsoft',
  SalesforceOAuth: 'Salesforce',
  SlackOAuth: 'Slack',
  VercelMarketplaceOAuth: 'Vercel Marketplace',
  VercelOAuth: 'Vercel',
  XeroOAuth: 'Xero',
}

/** What people call a provider, e.g. `Google` for `GoogleOAuth`. */
export const providerName = (provider: string): string => names[provider] ?? provider
