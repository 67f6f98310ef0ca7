import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveApiKeys } from './apiKeys.ts'
import { serveAuditLogExports } from './auditLogExports.ts'
import { serveAuditLogSchemas } from './auditLogSchemas.ts'
import { serveAuditLogs } from './auditLogs.ts'
import { serveAuthenticate } from './authenticate.ts'
import { serveAuthorizationChecks } from './authorizationChecks.ts'
import { serveAuthorizationResources } from './authorizationResources.ts'
import { serveAuthorizeDevice } from './authorizeDevice.ts'
import { serveConnectedAccounts } from './connectedAccounts.ts'
import { serveConnectGrants } from './connectGrants.ts'
import { serveConnections } from './connections.ts'
import { serveCorsOrigins } from './corsOrigins.ts'
import { serveDirectories } from './directories.ts'
import { serveDirectoryGroups } from './directoryGroups.ts'
import { serveDirectoryUsers } from './directoryUsers.ts'
import { serveEmailChange } from './emailChange.ts'
import { serveEmailVerification } from './emailVerification.ts'
import { serveEvents } from './events.ts'
import { serveFactors } from './factors.ts'
import { serveFeatureFlags } from './featureFlags.ts'
import { serveGroupRoleAssignments } from './groupRoleAssignments.ts'
import { serveGroups } from './groups.ts'
import { serveIdentities } from './identities.ts'
import { serveInvitations } from './invitations.ts'
import { serveJwks } from './jwks.ts'
import { serveJwtTemplate } from './jwtTemplate.ts'
import { serveMagicAuth } from './magicAuth.ts'
import { serveOrganizationDomains } from './organizationDomains.ts'
import { serveOrganizationMemberships } from './organizationMemberships.ts'
import { serveOrganizationRoles } from './organizationRoles.ts'
import { serveOrganizations } from './organizations.ts'
import { servePasswordReset } from './passwordReset.ts'
import { servePermissions } from './permissions.ts'
import { servePortal } from './portal.ts'
import { serveProviderConfigurations } from './providerConfigurations.ts'
import { serveRadarChallenges } from './radarChallenges.ts'
import { serveRedirectUris } from './redirectUris.ts'
import { serveRoleAssignments } from './roleAssignments.ts'
import { serveRoles } from './roles.ts'
import { serveSessions } from './sessions.ts'
import { serveSso } from './sso.ts'
import { serveUserFactors } from './userFactors.ts'
import { serveUsers } from './users.ts'
import { serveWebhookEndpoints } from './webhookEndpoints.ts'
import { serveWidgets } from './widgets.ts'

/** The REST API. */
export function serveApi(app: Hono<AppEnv>): void {
  serveAuthenticate(app)
  serveAuthorizeDevice(app)
  serveMagicAuth(app)
  serveEmailVerification(app)
  servePasswordReset(app)
  serveFactors(app)
  serveUserFactors(app)
  serveJwks(app)
  serveSessions(app)
  serveSso(app)
  serveRadarChallenges(app)
  serveConnectedAccounts(app)
  serveConnectGrants(app)
  serveProviderConfigurations(app)
  serveUsers(app)
  serveOrganizations(app)
  serveOrganizationMemberships(app)
  serveEvents(app)
  serveGroups(app)
  serveOrganizationDomains(app)
  serveOrganizationRoles(app)
  servePermissions(app)
  serveRoles(app)
  serveWebhookEndpoints(app)
  serveApiKeys(app)
  serveCorsOrigins(app)
  serveDirectories(app)
  serveDirectoryGroups(app)
  serveDirectoryUsers(app)
  serveFeatureFlags(app)
  serveJwtTemplate(app)
  servePortal(app)
  serveRedirectUris(app)
  serveWidgets(app)
  serveAuditLogs(app)
  serveAuditLogExports(app)
  serveAuditLogSchemas(app)
  serveEmailChange(app)
  serveConnections(app)
  serveIdentities(app)
  serveInvitations(app)
  serveAuthorizationChecks(app)
  serveAuthorizationResources(app)
  serveGroupRoleAssignments(app)
  serveRoleAssignments(app)
}
