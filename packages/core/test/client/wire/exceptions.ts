/** Methods of the official SDK that are not compared one by one, and why. */
export interface Exceptions {
  readonly reason: string
  readonly methods: readonly string[]
}

const of = (resource: string, ...methods: string[]) => methods.map((name) => `${resource}.${name}`)

/** Every method that could be compared and is not, and every one that asks for nothing. */
export const exceptions: readonly Exceptions[] = [
  {
    reason: 'What `agents.validateCredential` calls, which is compared.',
    methods: ['agents.validateCredentialRemotely'],
  },
  {
    reason: 'A data key and local encryption; vaultCrypto.node.test.ts reads it both ways.',
    methods: of('vault', 'encrypt', 'decrypt', 'decode'),
  },
  {
    reason: 'Asks for all flags again and again, from an address for SDKs only.',
    methods: ['featureFlags.createRuntimeClient'],
  },
  {
    reason: 'Builds an address; authorization/interop.node.test.ts has it.',
    methods: [
      'sso.getAuthorizationUrl',
      'sso.getAuthorizationUrlWithPKCE',
      ...of(
        'userManagement',
        'getAuthorizationUrl',
        'getAuthorizationUrlWithPKCE',
        'getLogoutUrl',
        'getJwksUrl',
      ),
    ],
  },
  {
    reason: 'Seals, opens or checks a session where it is; session/interop.node.test.ts has it.',
    methods: of(
      'userManagement',
      'resolveClientId',
      'getJWKS',
      'loadSealedSession',
      'authenticateWithSessionCookie',
      'isValidJwt',
      'prepareAuthenticationResponse',
      'sealSessionDataFromAuthenticationResponse',
      'getSessionFromCookie',
    ),
  },
  {
    reason: 'Checks an access token where it is.',
    methods: of('agents', 'validateAccessToken', 'verifyAccessTokenClaims', 'getJWKS'),
  },
  {
    reason: 'Makes a verifier and its challenge.',
    methods: of(
      'pkce',
      'generateCodeVerifier',
      'generateCodeChallenge',
      'generate',
      'base64UrlEncode',
    ),
  },
  {
    reason: 'Checks or signs what WorkOS calls; webhooks/interop.node.test.ts has it.',
    methods: [
      ...of('actions', 'serializeType', 'signResponse', 'constructAction'),
      ...of('webhooks', 'constructEvent', 'parseVerifiedPayload'),
    ],
  },
]
