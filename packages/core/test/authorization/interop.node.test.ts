import { WorkOS } from '@workos-inc/node'
import { describe, expect, it } from 'vitest'
import { authKitFor, readEnvironment } from '../../src/index.ts'
import { environment } from '../support/environment.ts'

const kit = authKitFor(readEnvironment(environment))
const sdk = new WorkOS(environment.WORKOS_API_KEY, { clientId: environment.WORKOS_CLIENT_ID })
const clientId = environment.WORKOS_CLIENT_ID
const redirectUri = environment.NEXT_PUBLIC_WORKOS_REDIRECT_URI

const shared = {
  redirectUri,
  state: 'a state with spaces & signs',
  codeChallenge: 'challenge',
  loginHint: 'ada+tag@example.com',
  domainHint: 'example.com',
}
const provider = {
  providerScopes: ['mail.read', 'calendar read'],
  providerQueryParams: { hd: 'example.com', access_type: 'offline', 'prompt-style': 'a b' },
}

describe('authorization URLs, beside the official SDK', () => {
  it.each([
    { ...shared, provider: 'authkit', screenHint: 'sign-up', maxAge: 60, invitationToken: 'i' },
    { ...shared, provider: 'authkit', organizationId: 'org_1', prompt: 'login' },
    { ...shared, ...provider, provider: 'GoogleOAuth' },
    { ...shared, ...provider, connectionId: 'conn_1' },
    { ...shared, organizationId: 'org_1' },
  ] as const)('AuthKit: %j', (options) => {
    const theirs = sdk.userManagement.getAuthorizationUrl({
      ...options,
      clientId,
      codeChallengeMethod: 'S256',
    } as Parameters<typeof sdk.userManagement.getAuthorizationUrl>[0])
    expect(kit.getAuthorizationUrl(options)).toBe(theirs)
  })

  it.each([
    [
      { ...shared, ...provider, provider: 'GoogleOAuth' },
      { provider: 'GoogleOAuth', ...provider },
    ],
    [{ ...shared, connectionId: 'conn_1' }, { connection: 'conn_1' }],
    [{ ...shared, organizationId: 'org_1' }, { organization: 'org_1' }],
  ] as const)('standalone SSO: %j', (options, selector) => {
    const theirs = sdk.sso.getAuthorizationUrl({
      ...shared,
      ...selector,
      clientId,
      codeChallengeMethod: 'S256',
    } as Parameters<typeof sdk.sso.getAuthorizationUrl>[0])
    expect(kit.getSsoAuthorizationUrl(options)).toBe(theirs)
  })

  it('logout and keys', () => {
    const session = { sessionId: 'session_1', returnTo: 'https://example.com/bye' }
    const parameters = (url: string) => [...new URL(url).searchParams].sort()
    expect(parameters(kit.getLogoutUrl(session))).toEqual(
      parameters(sdk.userManagement.getLogoutUrl(session)),
    )
    expect(kit.getJwksUrl()).toBe(sdk.userManagement.getJwksUrl(clientId))
  })
})
