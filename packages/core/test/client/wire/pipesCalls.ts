import { type Call, call, moment } from './call.ts'

const account = { userId: 'user_1', slug: 'github' }
const customProvider = {
  name: 'Forge',
  authorizationUrl: 'https://forge.example/authorize',
  tokenUrl: 'https://forge.example/token',
  refreshTokenUrl: null,
  pkceEnabled: true,
  requestScopeSeparator: ' ',
  scopesRequired: false,
  clientSecretRequired: true,
  additionalAuthorizationParameters: { access_type: 'offline', camelCase: 'kept' },
  tokenBodyContentType: 'application/json',
  authenticateVia: 'basic_auth_header' as const,
}
const provider = {
  description: null,
  enabled: true,
  scopes: ['repo'],
  credentials: { type: 'custom' as const, clientId: 'id', clientSecret: 'secret' },
  apiKey: { secret: 'secret', userId: 'user_1', organizationId: 'org_1' },
  customProvider,
}

/** Pipes: its providers, its connected accounts and their credentials. */
export const pipesCalls: readonly Call[] = [
  call(
    'pipesProviders.list',
    (sdk) => sdk.pipes.listDataIntegrations(),
    (workos) => workos.pipesProviders.list(),
  ),
  call(
    'pipesProviders.get',
    (sdk) => sdk.pipes.getDataIntegration({ slug: 'github' }),
    (workos) => workos.pipesProviders.get({ slug: 'github' }),
  ),
  call(
    'pipesProviders.listForUser',
    (sdk) => sdk.pipes.listUserDataProviders({ userId: 'user_1', organizationId: 'org_1' }),
    (workos) => workos.pipesProviders.listForUser({ userId: 'user_1', organizationId: 'org_1' }),
  ),
  call(
    'pipes.authorize',
    (sdk) => sdk.pipes.authorizeDataIntegration(account),
    (workos) => workos.pipes.authorize(account),
  ),
  call(
    'pipes.getAccessToken',
    (sdk) => sdk.pipes.getAccessToken({ provider: 'github', userId: 'user_1' }),
    (workos) => workos.pipes.getAccessToken(account),
  ),
  call(
    'pipes.getCredentials',
    (sdk) => sdk.pipes.createDataIntegrationCredential(account),
    (workos) => workos.pipes.getCredentials(account),
  ),
  call(
    'pipes.setApiKey',
    (sdk) => sdk.pipes.updateDataIntegrationApiKey({ ...account, secret: 'secret' }),
    (workos) => workos.pipes.setApiKey({ ...account, secret: 'secret' }),
  ),
  call(
    'connectedAccounts.get',
    (sdk) => sdk.pipes.getUserConnectedAccount(account),
    (workos) => workos.connectedAccounts.get(account),
  ),
  call(
    'connectedAccounts.create',
    (sdk) => sdk.pipes.createUserConnectedAccount({ ...account, expiresAt: moment }),
    (workos) => workos.connectedAccounts.create({ ...account, expiresAt: moment.toISOString() }),
  ),
  call(
    'connectedAccounts.delete',
    (sdk) => sdk.pipes.deleteUserConnectedAccount(account),
    (workos) => workos.connectedAccounts.delete(account),
  ),
  call(
    'pipesProviders.create',
    (sdk) =>
      sdk.pipes.createDataIntegration({
        ...provider,
        provider: 'forge',
        authMethods: ['oauth', 'api_key'],
        config: { base_url: 'https://forge.example', camelCase: 'kept' },
      }),
    (workos) =>
      workos.pipesProviders.create({
        ...provider,
        provider: 'forge',
        authMethods: ['oauth', 'api_key'],
        config: { base_url: 'https://forge.example', camelCase: 'kept' },
      }),
  ),
  call(
    'pipesProviders.update',
    (sdk) => sdk.pipes.updateDataIntegration({ ...provider, slug: 'forge' }),
    (workos) => workos.pipesProviders.update({ ...provider, slug: 'forge' }),
  ),
  call(
    'pipesProviders.delete',
    (sdk) => sdk.pipes.deleteDataIntegration({ slug: 'forge' }),
    (workos) => workos.pipesProviders.delete({ slug: 'forge' }),
  ),
  call(
    'pipes.setClientCredentials',
    (sdk) =>
      sdk.pipes.updateDataIntegrationClientCredentials({
        ...account,
        organizationId: 'org_1',
        clientId: 'id',
        clientSecret: 'secret',
        config: { camelCase: 'kept' },
      }),
    (workos) =>
      workos.pipes.setClientCredentials({
        ...account,
        organizationId: 'org_1',
        clientId: 'id',
        clientSecret: 'secret',
        config: { camelCase: 'kept' },
      }),
  ),
  call(
    'connectedAccounts.update',
    (sdk) =>
      sdk.pipes.updateUserConnectedAccount({
        ...account,
        organizationId: 'org_1',
        accessToken: 'token',
        refreshToken: 'refresh',
        expiresAt: moment,
        scopes: ['repo'],
        state: 'connected',
      }),
    (workos) =>
      workos.connectedAccounts.update({
        ...account,
        organizationId: 'org_1',
        accessToken: 'token',
        refreshToken: 'refresh',
        expiresAt: moment.toISOString(),
        scopes: ['repo'],
        state: 'connected',
      }),
  ),
]
