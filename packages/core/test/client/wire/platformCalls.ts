import { type Call, call } from './call.ts'

/** Events, flags, keys, webhook endpoints, widgets and magic links. */
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
]
