import { type Call, call, moment } from './call.ts'

const account = { userId: 'user_1', slug: 'github' }

/** Everything else: events, flags, keys, widgets, Connect, Pipes, Vault, Radar, agents. */
export const platformCalls: readonly Call[] = [
  call(
    'events.list',
    (sdk) => sdk.events.listEvents({ events: ['user.created', 'user.updated'], limit: 7 }),
    (workos) => workos.events.list({ events: ['user.created', 'user.updated'], limit: 7 }),
  ),
  call(
    'featureFlags.list',
    (sdk) => sdk.featureFlags.listFeatureFlags({ limit: 1 }),
    (workos) => workos.featureFlags.list({ limit: 1 }),
  ),
  call(
    'featureFlags.get',
    (sdk) => sdk.featureFlags.getFeatureFlag('new-nav'),
    (workos) => workos.featureFlags.get({ slug: 'new-nav' }),
  ),
  call(
    'featureFlags.enable',
    (sdk) => sdk.featureFlags.enableFeatureFlag('new-nav'),
    (workos) => workos.featureFlags.enable({ slug: 'new-nav' }),
  ),
  call(
    'featureFlags.disable',
    (sdk) => sdk.featureFlags.disableFeatureFlag('new-nav'),
    (workos) => workos.featureFlags.disable({ slug: 'new-nav' }),
  ),
  call(
    'featureFlags.addTarget',
    (sdk) => sdk.featureFlags.addFlagTarget({ slug: 'new-nav', targetId: 'org_1' }),
    (workos) => workos.featureFlags.addTarget({ slug: 'new-nav', targetId: 'org_1' }),
  ),
  call(
    'featureFlags.removeTarget',
    (sdk) => sdk.featureFlags.removeFlagTarget({ slug: 'new-nav', targetId: 'org_1' }),
    (workos) => workos.featureFlags.removeTarget({ slug: 'new-nav', targetId: 'org_1' }),
  ),
  call(
    'featureFlags.listForOrganization',
    (sdk) => sdk.featureFlags.listOrganizationFeatureFlags({ organizationId: 'org_1' }),
    (workos) => workos.featureFlags.listForOrganization({ organizationId: 'org_1' }),
  ),
  call(
    'featureFlags.listForUser',
    (sdk) => sdk.featureFlags.listUserFeatureFlags({ userId: 'user_1' }),
    (workos) => workos.featureFlags.listForUser({ userId: 'user_1' }),
  ),
  call(
    'apiKeys.validate',
    (sdk) => sdk.apiKeys.createValidation({ value: 'sk_customer' }),
    (workos) => workos.apiKeys.validate({ value: 'sk_customer' }),
  ),
  call(
    'apiKeys.delete',
    (sdk) => sdk.apiKeys.deleteApiKey('api_key_1'),
    (workos) => workos.apiKeys.delete({ id: 'api_key_1' }),
  ),
  call(
    'apiKeys.listForOrganization',
    (sdk) => sdk.apiKeys.listOrganizationApiKeys({ organizationId: 'org_1' }),
    (workos) => workos.apiKeys.listForOrganization({ organizationId: 'org_1' }),
  ),
  call(
    'apiKeys.createForOrganization',
    (sdk) =>
      sdk.apiKeys.createOrganizationApiKey({
        organizationId: 'org_1',
        name: 'CI',
        permissions: ['a:b'],
      }),
    (workos) =>
      workos.apiKeys.createForOrganization({
        organizationId: 'org_1',
        name: 'CI',
        permissions: ['a:b'],
      }),
  ),
  call(
    'apiKeys.listForUser',
    (sdk) => sdk.userManagement.listUserApiKeys('user_1', { organizationId: 'org_1' }),
    (workos) => workos.apiKeys.listForUser({ userId: 'user_1', organizationId: 'org_1' }),
  ),
  call(
    'apiKeys.createForUser',
    (sdk) => sdk.userManagement.createUserApiKey('user_1', { organizationId: 'org_1', name: 'CI' }),
    (workos) =>
      workos.apiKeys.createForUser({ userId: 'user_1', organizationId: 'org_1', name: 'CI' }),
  ),
  call(
    'webhookEndpoints.list',
    (sdk) => sdk.webhooks.listWebhookEndpoints(),
    (workos) => workos.webhookEndpoints.list(),
  ),
  call(
    'webhookEndpoints.create',
    (sdk) =>
      sdk.webhooks.createWebhookEndpoint({
        endpointUrl: 'https://a.example/hook',
        events: ['user.created'],
      }),
    (workos) =>
      workos.webhookEndpoints.create({
        endpointUrl: 'https://a.example/hook',
        events: ['user.created'],
      }),
  ),
  call(
    'webhookEndpoints.update',
    (sdk) => sdk.webhooks.updateWebhookEndpoint({ id: 'we_1', status: 'disabled' }),
    (workos) => workos.webhookEndpoints.update({ id: 'we_1', status: 'disabled' }),
  ),
  call(
    'webhookEndpoints.delete',
    (sdk) => sdk.webhooks.deleteWebhookEndpoint({ id: 'we_1' }),
    (workos) => workos.webhookEndpoints.delete({ id: 'we_1' }),
  ),
  call(
    'widgets.createToken',
    (sdk) =>
      sdk.widgets.createToken({
        organizationId: 'org_1',
        userId: 'user_1',
        scopes: ['widgets:users-table:manage'],
      }),
    (workos) =>
      workos.widgets.createToken({
        organizationId: 'org_1',
        userId: 'user_1',
        scopes: ['widgets:users-table:manage'],
      }),
  ),
  call(
    'passwordless.createSession',
    (sdk) =>
      sdk.passwordless.createSession({
        type: 'MagicLink',
        email: 'a@example.com',
        redirectURI: 'https://a.example/back',
        expiresIn: 900,
      }),
    (workos) =>
      workos.passwordless.createSession({
        email: 'a@example.com',
        redirectUri: 'https://a.example/back',
        expiresIn: 900,
      }),
  ),
  call(
    'passwordless.sendSession',
    (sdk) => sdk.passwordless.sendSession('passwordless_session_1'),
    (workos) => workos.passwordless.sendSession({ id: 'passwordless_session_1' }),
  ),
  call(
    'connectApplications.list',
    (sdk) => sdk.connect.listApplications({ organizationId: 'org_1' }),
    (workos) => workos.connectApplications.list({ organizationId: 'org_1' }),
  ),
  call(
    'connectApplications.get',
    (sdk) => sdk.connect.getApplication({ id: 'conn_app_1' }),
    (workos) => workos.connectApplications.get({ id: 'conn_app_1' }),
  ),
  call(
    'connectApplications.delete',
    (sdk) => sdk.connect.deleteApplication({ id: 'conn_app_1' }),
    (workos) => workos.connectApplications.delete({ id: 'conn_app_1' }),
  ),
  call(
    'connectClientSecrets.list',
    (sdk) => sdk.connect.listApplicationClientSecrets({ id: 'conn_app_1' }),
    (workos) => workos.connectClientSecrets.list({ applicationId: 'conn_app_1' }),
  ),
  call(
    'connectClientSecrets.delete',
    (sdk) => sdk.connect.deleteClientSecret({ id: 'secret_1' }),
    (workos) => workos.connectClientSecrets.delete({ id: 'secret_1' }),
  ),
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
]
