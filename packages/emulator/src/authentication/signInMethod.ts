import type { AuthenticationMethod, SignInMethod } from '../store/authenticationRecords.ts'

/** Every way to sign in that a policy can allow. */
export const signInMethods = [
  'sso',
  'password',
  'magic_auth',
  'google_oauth',
  'microsoft_oauth',
  'github_oauth',
  'apple_oauth',
] as const satisfies readonly SignInMethod[]

/** What a policy calls a way to sign in; nothing for those that it cannot name. */
export function signInMethodOf(method: AuthenticationMethod): SignInMethod | undefined {
  switch (method) {
    case 'SSO':
      return 'sso'
    case 'Password':
      return 'password'
    case 'MagicAuth':
      return 'magic_auth'
    case 'GoogleOAuth':
      return 'google_oauth'
    case 'MicrosoftOAuth':
      return 'microsoft_oauth'
    case 'GitHubOAuth':
      return 'github_oauth'
    case 'AppleOAuth':
      return 'apple_oauth'
    default:
      return undefined
  }
}
