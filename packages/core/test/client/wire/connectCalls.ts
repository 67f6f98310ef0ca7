import { type Call, call } from './call.ts'

const application = {
  name: 'Portal',
  description: 'For customers',
  scopes: ['openid'],
  redirectUris: [{ uri: 'https://a.example/back', default: true }],
}
const machine = { name: 'Sync', organizationId: 'org_1', description: null, scopes: ['read'] }
const login = {
  externalAuthId: 'ext_auth_1',
  user: {
    id: 'crm-7',
    email: 'a@example.com',
    firstName: 'Ada',
    lastName: 'L',
    metadata: { costCentre: 'A', tier_name: 'gold' },
  },
  userConsentOptions: [
    {
      claim: 'org_name',
      type: 'enum' as const,
      label: 'Organization',
      choices: [{ value: 'a', label: 'A' }],
    },
  ],
}

/** Applications of Connect, their secrets and their logins. */
export const connectCalls: readonly Call[] = [
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
    'connectApplications.create',
    (sdk) =>
      sdk.connect.createApplication({
        ...application,
        applicationType: 'oauth',
        isFirstParty: false,
        usesPkce: true,
        organizationId: 'org_1',
      }),
    (workos) =>
      workos.connectApplications.create({
        ...application,
        applicationType: 'oauth',
        isFirstParty: false,
        usesPkce: true,
        organizationId: 'org_1',
      }),
  ),
  call(
    'connectApplications.create, for a machine',
    (sdk) => sdk.connect.createApplication({ ...machine, applicationType: 'm2m' }),
    (workos) => workos.connectApplications.create({ ...machine, applicationType: 'm2m' }),
  ),
  call(
    'connectApplications.create, with what is required only',
    (sdk) => sdk.connect.createOAuthApplication('Portal', true),
    (workos) =>
      workos.connectApplications.create({
        name: 'Portal',
        applicationType: 'oauth',
        isFirstParty: true,
      }),
  ),
  call(
    'connectApplications.create, for a machine, with positional arguments',
    (sdk) => sdk.connect.createM2MApplication('Sync', 'org_1', 'Nightly', ['read']),
    (workos) =>
      workos.connectApplications.create({
        ...machine,
        applicationType: 'm2m',
        description: 'Nightly',
      }),
  ),
  call(
    'connectApplications.update',
    (sdk) => sdk.connect.updateApplication({ id: 'conn_app_1', ...application }),
    (workos) => workos.connectApplications.update({ id: 'conn_app_1', ...application }),
  ),
  call(
    'connectClientSecrets.create',
    (sdk) => sdk.connect.createApplicationClientSecret({ id: 'conn_app_1' }),
    (workos) => workos.connectClientSecrets.create({ applicationId: 'conn_app_1' }),
  ),
  call(
    'connectLogin.complete',
    (sdk) => sdk.connect.completeOAuth2(login),
    (workos) => workos.connectLogin.complete(login),
  ),
]
