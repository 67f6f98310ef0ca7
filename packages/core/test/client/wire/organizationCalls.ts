import { ConnectionType, DomainDataState } from '@workos-inc/node'
import { type Call, call, moment } from './call.ts'

/** Organizations, their domains, groups, connections, directories and audit logs. */
export const organizationCalls: readonly Call[] = [
  call(
    'organizations.list',
    (sdk) => sdk.organizations.listOrganizations({ domains: ['a.example', 'b.example'] }),
    (workos) => workos.organizations.list({ domains: ['a.example', 'b.example'] }),
  ),
  call(
    'organizations.create',
    (sdk) =>
      sdk.organizations.createOrganization({
        name: 'Acme',
        domainData: [{ domain: 'a.example', state: DomainDataState.Pending }],
        metadata: { tier_name: 'gold' },
      }),
    (workos) =>
      workos.organizations.create({
        name: 'Acme',
        domainData: [{ domain: 'a.example', state: 'pending' }],
        metadata: { tier_name: 'gold' },
      }),
  ),
  call(
    'organizations.get',
    (sdk) => sdk.organizations.getOrganization('org_1'),
    (workos) => workos.organizations.get({ id: 'org_1' }),
  ),
  call(
    'organizations.getByExternalId',
    (sdk) => sdk.organizations.getOrganizationByExternalId('crm-1'),
    (workos) => workos.organizations.getByExternalId({ externalId: 'crm-1' }),
  ),
  call(
    'organizations.update',
    (sdk) =>
      sdk.organizations.updateOrganization({ organization: 'org_1', stripeCustomerId: 'cus_1' }),
    (workos) => workos.organizations.update({ id: 'org_1', stripeCustomerId: 'cus_1' }),
  ),
  call(
    'organizations.delete',
    (sdk) => sdk.organizations.deleteOrganization('org_1'),
    (workos) => workos.organizations.delete({ id: 'org_1' }),
  ),
  call(
    'organizationDomains.create',
    (sdk) =>
      sdk.organizationDomains.createOrganizationDomain({
        organizationId: 'org_1',
        domain: 'a.example',
      }),
    (workos) => workos.organizationDomains.create({ organizationId: 'org_1', domain: 'a.example' }),
  ),
  call(
    'organizationDomains.get',
    (sdk) => sdk.organizationDomains.getOrganizationDomain('org_domain_1'),
    (workos) => workos.organizationDomains.get({ id: 'org_domain_1' }),
  ),
  call(
    'organizationDomains.verify',
    (sdk) => sdk.organizationDomains.verifyOrganizationDomain('org_domain_1'),
    (workos) => workos.organizationDomains.verify({ id: 'org_domain_1' }),
  ),
  call(
    'organizationDomains.delete',
    (sdk) => sdk.organizationDomains.deleteOrganizationDomain('org_domain_1'),
    (workos) => workos.organizationDomains.delete({ id: 'org_domain_1' }),
  ),
  call(
    'groups.list',
    (sdk) => sdk.groups.listGroups({ organizationId: 'org_1', limit: 2 }),
    (workos) => workos.groups.list({ organizationId: 'org_1', limit: 2 }),
  ),
  call(
    'groups.create',
    (sdk) => sdk.groups.createGroup({ organizationId: 'org_1', name: 'Ops', description: 'all' }),
    (workos) => workos.groups.create({ organizationId: 'org_1', name: 'Ops', description: 'all' }),
  ),
  call(
    'groups.get',
    (sdk) => sdk.groups.getGroup({ organizationId: 'org_1', groupId: 'group_1' }),
    (workos) => workos.groups.get({ organizationId: 'org_1', groupId: 'group_1' }),
  ),
  call(
    'groups.update',
    (sdk) => sdk.groups.updateGroup({ organizationId: 'org_1', groupId: 'group_1', name: 'Ops' }),
    (workos) => workos.groups.update({ organizationId: 'org_1', groupId: 'group_1', name: 'Ops' }),
  ),
  call(
    'groups.delete',
    (sdk) => sdk.groups.deleteGroup({ organizationId: 'org_1', groupId: 'group_1' }),
    (workos) => workos.groups.delete({ organizationId: 'org_1', groupId: 'group_1' }),
  ),
  call(
    'groups.listMembers',
    (sdk) =>
      sdk.groups.listOrganizationMemberships({ organizationId: 'org_1', groupId: 'group_1' }),
    (workos) => workos.groups.listMembers({ organizationId: 'org_1', groupId: 'group_1' }),
  ),
  call(
    'groups.addMember',
    (sdk) =>
      sdk.groups.addOrganizationMembership({
        organizationId: 'org_1',
        groupId: 'group_1',
        organizationMembershipId: 'om_1',
      }),
    (workos) =>
      workos.groups.addMember({
        organizationId: 'org_1',
        groupId: 'group_1',
        organizationMembershipId: 'om_1',
      }),
  ),
  call(
    'groups.removeMember',
    (sdk) =>
      sdk.groups.removeOrganizationMembership({
        organizationId: 'org_1',
        groupId: 'group_1',
        organizationMembershipId: 'om_1',
      }),
    (workos) =>
      workos.groups.removeMember({
        organizationId: 'org_1',
        groupId: 'group_1',
        organizationMembershipId: 'om_1',
      }),
  ),
  call(
    'groups.listForMembership',
    (sdk) =>
      sdk.userManagement.listGroupsForOrganizationMembership({ organizationMembershipId: 'om_1' }),
    (workos) => workos.groups.listForMembership({ organizationMembershipId: 'om_1' }),
  ),
  call(
    'portal.generateLink',
    (sdk) =>
      sdk.adminPortal.generateLink({
        organization: 'org_1',
        intent: 'sso',
        returnUrl: 'https://a.example/back',
      }),
    (workos) =>
      workos.portal.generateLink({
        organization: 'org_1',
        intent: 'sso',
        returnUrl: 'https://a.example/back',
      }),
  ),
  call(
    'connections.list',
    (sdk) =>
      sdk.sso.listConnections({ organizationId: 'org_1', connectionType: ConnectionType.OktaSAML }),
    (workos) => workos.connections.list({ organizationId: 'org_1', connectionType: 'OktaSAML' }),
  ),
  call(
    'connections.get',
    (sdk) => sdk.sso.getConnection('conn_1'),
    (workos) => workos.connections.get({ id: 'conn_1' }),
  ),
  call(
    'connections.delete',
    (sdk) => sdk.sso.deleteConnection('conn_1'),
    (workos) => workos.connections.delete({ id: 'conn_1' }),
  ),
  call(
    'sso.getProfileAndToken',
    (sdk) => sdk.sso.getProfileAndToken({ code: 'a&b', clientId: 'client_emulator' }),
    (workos) => workos.sso.getProfileAndToken({ code: 'a&b' }),
  ),
  call(
    'sso.getProfile',
    (sdk) => sdk.sso.getProfile({ accessToken: 'token' }),
    (workos) => workos.sso.getProfile({ accessToken: 'token' }),
  ),
  call(
    'directories.list',
    (sdk) => sdk.directorySync.listDirectories({ organizationId: 'org_1', search: 'a' }),
    (workos) => workos.directories.list({ organizationId: 'org_1', search: 'a' }),
  ),
  call(
    'directories.get',
    (sdk) => sdk.directorySync.getDirectory('directory_1'),
    (workos) => workos.directories.get({ id: 'directory_1' }),
  ),
  call(
    'directories.delete',
    (sdk) => sdk.directorySync.deleteDirectory('directory_1'),
    (workos) => workos.directories.delete({ id: 'directory_1' }),
  ),
  call(
    'directoryUsers.list',
    (sdk) => sdk.directorySync.listUsers({ directory: 'directory_1', limit: 1 }),
    (workos) => workos.directoryUsers.list({ directory: 'directory_1', limit: 1 }),
  ),
  call(
    'directoryUsers.get',
    (sdk) => sdk.directorySync.getUser('directory_user_1'),
    (workos) => workos.directoryUsers.get({ id: 'directory_user_1' }),
  ),
  call(
    'directoryGroups.list',
    (sdk) => sdk.directorySync.listGroups({ user: 'directory_user_1' }),
    (workos) => workos.directoryGroups.list({ user: 'directory_user_1' }),
  ),
  call(
    'directoryGroups.get',
    (sdk) => sdk.directorySync.getGroup('directory_group_1'),
    (workos) => workos.directoryGroups.get({ id: 'directory_group_1' }),
  ),
  call(
    'auditLogs.createEvent',
    (sdk) =>
      sdk.auditLogs.createEvent('org_1', {
        action: 'invoice.sent',
        occurredAt: moment,
        actor: { id: 'user_1', type: 'user', metadata: { costCentre: 'A' } },
        targets: [{ id: 'inv_1', type: 'invoice' }],
        context: { location: '192.0.2.1', userAgent: 'curl' },
      }),
    (workos) =>
      workos.auditLogs.createEvent({
        organizationId: 'org_1',
        event: {
          action: 'invoice.sent',
          occurredAt: moment.toISOString(),
          actor: { id: 'user_1', type: 'user', metadata: { costCentre: 'A' } },
          targets: [{ id: 'inv_1', type: 'invoice' }],
          context: { location: '192.0.2.1', userAgent: 'curl' },
        },
      }),
  ),
  call(
    'auditLogs.createExport',
    (sdk) =>
      sdk.auditLogs.createExport({
        organizationId: 'org_1',
        rangeStart: moment,
        rangeEnd: moment,
        actorIds: ['user_1'],
      }),
    (workos) =>
      workos.auditLogs.createExport({
        organizationId: 'org_1',
        rangeStart: moment.toISOString(),
        rangeEnd: moment.toISOString(),
        actorIds: ['user_1'],
      }),
  ),
  call(
    'auditLogs.getExport',
    (sdk) => sdk.auditLogs.getExport('audit_log_export_1'),
    (workos) => workos.auditLogs.getExport({ id: 'audit_log_export_1' }),
  ),
  call(
    'auditLogs.listSchemas',
    (sdk) => sdk.auditLogs.listSchemas('invoice.sent', { limit: 4 }),
    (workos) => workos.auditLogs.listSchemas({ actionName: 'invoice.sent', limit: 4 }),
  ),
  call(
    'auditLogs.createSchema',
    (sdk) => sdk.auditLogs.createSchema({ action: 'invoice.sent', targets: [{ type: 'invoice' }] }),
    (workos) =>
      workos.auditLogs.createSchema({ actionName: 'invoice.sent', targets: [{ type: 'invoice' }] }),
  ),
  call(
    'auditLogs.getRetention',
    (sdk) => sdk.auditLogs.getOrganizationAuditLogsRetention({ id: 'org_1' }),
    (workos) => workos.auditLogs.getRetention({ organizationId: 'org_1' }),
  ),
  call(
    'auditLogs.updateRetention',
    (sdk) =>
      sdk.auditLogs.updateOrganizationAuditLogsRetention({
        id: 'org_1',
        retentionPeriod: '1_MONTH',
      }),
    (workos) =>
      workos.auditLogs.updateRetention({ organizationId: 'org_1', retentionPeriodInDays: 30 }),
  ),
]
