import { type Call, call } from './call.ts'

/** Vault, Radar and agents. */
export const secretCalls: readonly Call[] = [
  call(
    'vault.listObjects',
    (sdk) => sdk.vault.listObjects({ limit: 3 }),
    (workos) => workos.vault.listObjects({ limit: 3 }),
  ),
  call(
    'vault.createObject',
    (sdk) => sdk.vault.createObject({ name: 'key', value: 'v', context: { orgId: 'a_b' } }),
    (workos) =>
      workos.vault.createObject({ name: 'key', value: 'v', keyContext: { orgId: 'a_b' } }),
  ),
  call(
    'vault.readObject',
    (sdk) => sdk.vault.readObject({ id: 'kv_1' }),
    (workos) => workos.vault.readObject({ id: 'kv_1' }),
  ),
  call(
    'vault.readObjectByName',
    (sdk) => sdk.vault.readObjectByName({ name: 'key' }),
    (workos) => workos.vault.readObjectByName({ name: 'key' }),
  ),
  call(
    'vault.updateObject',
    (sdk) => sdk.vault.updateObject({ id: 'kv_1', value: 'w', versionCheck: 'v1' }),
    (workos) => workos.vault.updateObject({ id: 'kv_1', value: 'w', versionCheck: 'v1' }),
  ),
  call(
    'vault.deleteObject',
    (sdk) => sdk.vault.deleteObject({ id: 'kv_1' }),
    (workos) => workos.vault.deleteObject({ id: 'kv_1' }),
  ),
  call(
    'vault.describeObject',
    (sdk) => sdk.vault.describeObject({ id: 'kv_1' }),
    (workos) => workos.vault.describeObject({ id: 'kv_1' }),
  ),
  call(
    'vault.listObjectVersions',
    (sdk) => sdk.vault.listObjectVersions({ id: 'kv_1' }),
    (workos) => workos.vault.listObjectVersions({ id: 'kv_1' }),
  ),
  call(
    'vault.createDataKey',
    (sdk) => sdk.vault.createDataKey({ context: { orgId: 'a_b' } }),
    (workos) => workos.vault.createDataKey({ context: { orgId: 'a_b' } }),
  ),
  call(
    'vault.decryptDataKey',
    (sdk) => sdk.vault.decryptDataKey({ keys: 'blob' }),
    (workos) => workos.vault.decryptDataKey({ keys: 'blob' }),
  ),
  call(
    'vault.rekey',
    (sdk) => sdk.vault.createRekey({ context: { orgId: 'a_b' }, encryptedKeys: 'blob' }),
    (workos) => workos.vault.rekey({ context: { orgId: 'a_b' }, encryptedKeys: 'blob' }),
  ),
  call(
    'radar.createAttempt',
    (sdk) =>
      sdk.radar.createAttempt({
        ipAddress: '192.0.2.1',
        userAgent: 'curl',
        email: 'a@example.com',
        authMethod: 'Password',
        action: 'sign-in',
      }),
    (workos) =>
      workos.radar.createAttempt({
        ipAddress: '192.0.2.1',
        userAgent: 'curl',
        email: 'a@example.com',
        authMethod: 'Password',
        action: 'sign-in',
      }),
  ),
  call(
    'radar.updateAttempt',
    (sdk) => sdk.radar.updateAttempt({ id: 'radar_att_1', attemptStatus: 'success' }),
    (workos) => workos.radar.updateAttempt({ id: 'radar_att_1', attemptStatus: 'success' }),
  ),
  call(
    'radar.addListEntry',
    (sdk) => sdk.radar.addListEntry({ type: 'email', action: 'block', entry: 'a@example.com' }),
    (workos) =>
      workos.radar.addListEntry({ type: 'email', action: 'block', entry: 'a@example.com' }),
  ),
  call(
    'radar.removeListEntry',
    (sdk) => sdk.radar.removeListEntry({ type: 'email', action: 'block', entry: 'a@example.com' }),
    (workos) =>
      workos.radar.removeListEntry({ type: 'email', action: 'block', entry: 'a@example.com' }),
  ),
  call(
    'radarChallenges.sendSms',
    (sdk) =>
      sdk.userManagement.sendRadarSmsChallenge({
        userId: 'user_1',
        pendingAuthenticationToken: 'pending',
        phoneNumber: '+15550100',
      }),
    (workos) =>
      workos.radarChallenges.sendSms({
        userId: 'user_1',
        pendingAuthenticationToken: 'pending',
        phoneNumber: '+15550100',
      }),
  ),
  call(
    'agents.getRegistration',
    (sdk) => sdk.agents.getRegistration('agent_reg_1'),
    (workos) => workos.agents.getRegistration({ id: 'agent_reg_1' }),
  ),
  call(
    'agents.validateCredential',
    (sdk) => sdk.agents.validateCredential({ type: 'api_key', credential: 'sk_agent_1' }),
    (workos) => workos.agents.validateCredential({ type: 'api_key', credential: 'sk_agent_1' }),
  ),
  call(
    'agents.linkClaimAttempt',
    (sdk) =>
      sdk.agents.linkClaimAttemptToExternalUser({
        claimAttemptToken: 'token',
        user: { email: 'a@example.com', externalId: 'crm-7' },
        organizationId: 'org_1',
      }),
    (workos) =>
      workos.agents.linkClaimAttempt({
        claimAttemptToken: 'token',
        user: { email: 'a@example.com', externalId: 'crm-7' },
        organizationId: 'org_1',
      }),
  ),
]
