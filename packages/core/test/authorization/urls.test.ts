import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type AuthorizationUrlOptions,
  authKitFor,
  createPkce,
  InputError,
  readEnvironment,
  type SignInRequest,
  type SsoAuthorizationUrlOptions,
} from '../../src/index.ts'
import { environment } from '../support/environment.ts'

const kit = authKitFor(readEnvironment(environment))
const redirectUri = environment.NEXT_PUBLIC_WORKOS_REDIRECT_URI
const always = { client_id: 'client_emulator', redirect_uri: redirectUri, response_type: 'code' }

function parse(url: string) {
  const { origin, pathname, searchParams } = new URL(url)
  return { place: origin + pathname, query: Object.fromEntries(searchParams) }
}

describe('getAuthorizationUrl', () => {
  it('says everything that AuthKit understands', async () => {
    const { challenge } = await createPkce()
    const url = kit.getAuthorizationUrl({
      provider: 'authkit',
      organizationId: 'org_1',
      redirectUri: 'https://preview.example.com/callback',
      state: 'state_1',
      codeChallenge: challenge,
      screenHint: 'sign-up',
      loginHint: 'ada@example.com',
      domainHint: 'example.com',
      prompt: 'login',
      maxAge: 0,
      invitationToken: 'invitation_1',
      claimNonce: 'nonce_1',
    })
    expect(parse(url)).toEqual({
      place: 'https://api.workos.com/user_management/authorize',
      query: {
        ...always,
        provider: 'authkit',
        organization_id: 'org_1',
        redirect_uri: 'https://preview.example.com/callback',
        state: 'state_1',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        screen_hint: 'sign-up',
        login_hint: 'ada@example.com',
        domain_hint: 'example.com',
        prompt: 'login',
        max_age: '0',
        invitation_token: 'invitation_1',
        claim_nonce: 'nonce_1',
      },
    })
  })

  it('hands scopes and parameters on to a provider', () => {
    const url = kit.getAuthorizationUrl({
      provider: 'GoogleOAuth',
      providerScopes: ['calendar', 'mail read'],
      providerQueryParams: { hd: 'example.com', access_type: 'offline' },
    })
    expect(new URL(url).search).toBe(
      '?client_id=client_emulator&provider=GoogleOAuth' +
        '&provider_query_params%5Baccess_type%5D=offline&provider_query_params%5Bhd%5D=example.com' +
        '&provider_scopes=calendar&provider_scopes=mail+read' +
        '&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fauth%2Fcallback&response_type=code',
    )
  })

  it.each([
    [{ connectionId: 'conn_1' }, { connection_id: 'conn_1' }],
    [{ organizationId: 'org_1' }, { organization_id: 'org_1' }],
  ] as const)('leads to %j', (selector, query) => {
    expect(parse(kit.getAuthorizationUrl(selector)).query).toEqual({ ...always, ...query })
  })

  it.each([
    [{}],
    [{ provider: 'GoogleOAuth', connectionId: 'conn_1' }],
    [{ provider: 'GoogleOAuth', organizationId: 'org_1' }],
    [{ provider: 'authkit', connectionId: 'conn_1' }],
    [{ connectionId: 'conn_1', organizationId: 'org_1' }],
    [{ provider: 'GoogleOAuth', screenHint: 'sign-up' }],
    [{ connectionId: 'conn_1', maxAge: 60 }],
    [{ provider: 'authkit', providerScopes: ['mail'] }],
  ])('refuses %j, and says what to do', (options) => {
    const wrong = () => kit.getAuthorizationUrl(options as AuthorizationUrlOptions)
    expect(wrong).toThrow(InputError)
    expect(wrong).toThrow(
      expect.objectContaining({ fix: expect.stringMatching(/^(Pass|Use|Name)/) }),
    )
  })
})

describe('getSsoAuthorizationUrl', () => {
  it.each([
    [{ provider: 'MicrosoftOAuth' }, { provider: 'MicrosoftOAuth' }],
    [{ connectionId: 'conn_1' }, { connection: 'conn_1' }],
    [{ organizationId: 'org_1' }, { organization: 'org_1' }],
  ] as const)('leads to %j', (selector, query) => {
    const url = kit.getSsoAuthorizationUrl({
      ...selector,
      state: 'state_1',
      nonce: 'nonce_1',
      prompt: 'login',
      codeChallenge: 'challenge_1',
      domainHint: 'example.com',
      loginHint: 'ada@example.com',
    })
    expect(parse(url)).toEqual({
      place: 'https://api.workos.com/sso/authorize',
      query: {
        ...always,
        ...query,
        state: 'state_1',
        nonce: 'nonce_1',
        prompt: 'login',
        code_challenge: 'challenge_1',
        code_challenge_method: 'S256',
        domain_hint: 'example.com',
        login_hint: 'ada@example.com',
      },
    })
  })

  it.each([
    [{}],
    [{ provider: 'GoogleOAuth', connectionId: 'conn_1' }],
    [{ connectionId: 'conn_1', organizationId: 'org_1' }],
  ])('refuses %j', (options) => {
    expect(() => kit.getSsoAuthorizationUrl(options as SsoAuthorizationUrlOptions)).toThrow(
      InputError,
    )
  })
})

describe('startSignIn', () => {
  it.each([
    [
      { maxAge: 300, prompt: 'login', domainHint: 'example.com', screenHint: 'sign-up' },
      {
        provider: 'authkit',
        max_age: '300',
        prompt: 'login',
        domain_hint: 'example.com',
        screen_hint: 'sign-up',
      },
    ],
    [{ organizationId: 'org_1' }, { provider: 'authkit', organization_id: 'org_1' }],
    [
      { provider: 'GitHubOAuth', loginHint: 'ada' },
      { provider: 'GitHubOAuth', login_hint: 'ada' },
    ],
    [{ connectionId: 'conn_1' }, { connection_id: 'conn_1' }],
  ] as const)('takes %j', async (request, query) => {
    const started = await kit.startSignIn(new Map(), { returnTo: '/reports', ...request })
    const { state, code_challenge, ...rest } = parse(started.url).query
    expect(rest).toEqual({ ...always, ...query, code_challenge_method: 'S256' })
    expect(state).toMatch(/^Fe26\.2/)
    expect(code_challenge).toMatch(/^[\w-]{43}$/)
  })

  it('refuses two selectors, and starts nothing', async () => {
    const request = { provider: 'GitHubOAuth', connectionId: 'conn_1' } as object as SignInRequest
    await expect(kit.startSignIn(new Map(), request)).rejects.toThrow(InputError)
  })
})

describe('getLogoutUrl and getJwksUrl', () => {
  it('name the session and the client', () => {
    expect(kit.getLogoutUrl({ sessionId: 'session_1', returnTo: 'https://example.com/bye' })).toBe(
      'https://api.workos.com/user_management/sessions/logout' +
        '?return_to=https%3A%2F%2Fexample.com%2Fbye&session_id=session_1',
    )
    expect(kit.getJwksUrl()).toBe('https://api.workos.com/sso/jwks/client_emulator')
  })
})

describe('types', () => {
  it('allow one selector only', () => {
    expectTypeOf<{ provider: 'GoogleOAuth' }>().toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{
      provider: 'authkit'
      organizationId: string
    }>().toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{
      provider: 'GoogleOAuth'
      connectionId: string
    }>().not.toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{
      provider: 'GoogleOAuth'
      screenHint: 'sign-up'
    }>().not.toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{
      connectionId: string
      organizationId: string
    }>().not.toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{ loginHint: string }>().not.toExtend<AuthorizationUrlOptions>()
    expectTypeOf<{ provider: 'authkit' }>().not.toExtend<SsoAuthorizationUrlOptions>()
    expectTypeOf<{
      connectionId: string
      organizationId: string
    }>().not.toExtend<SsoAuthorizationUrlOptions>()
    expectTypeOf<{ provider: 'GoogleOAuth'; connectionId: string }>().not.toExtend<SignInRequest>()
    expectTypeOf<{ connectionId: string; maxAge: number }>().not.toExtend<SignInRequest>()
    expectTypeOf<{ maxAge: number }>().toExtend<SignInRequest>()
  })
})
