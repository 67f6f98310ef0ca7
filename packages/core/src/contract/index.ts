export { type AccessTokenClaimsWire, accessTokenClaimsSchema } from './accessToken.ts'
export {
  type ActionContextWire,
  type ActionResponseWire,
  actionContextSchema,
  actionResponseSchema,
  authenticationActionContextSchema,
  userRegistrationActionContextSchema,
} from './action.ts'
export { type AgentRegistrationWire, agentRegistrationSchema, agents } from './agent.ts'
export {
  type ApiKeyWire,
  apiKeySchema,
  apiKeys,
  type OrganizationApiKeyWire,
  organizationApiKeySchema,
  type UserApiKeyWire,
  userApiKeySchema,
} from './apiKey.ts'
export {
  type AuditLogActionWire,
  type AuditLogConfigurationWire,
  type AuditLogExportWire,
  type AuditLogRetentionWire,
  type AuditLogSchemaWire,
  auditLogActionSchema,
  auditLogConfigurationSchema,
  auditLogExportSchema,
  auditLogRetentionSchema,
  auditLogSchemaSchema,
  auditLogs,
} from './auditLog.ts'
export {
  type AnyGrantWire,
  type AuthenticateResultWire,
  authenticateResultSchema,
  authentication,
  authenticationMethodSchema,
  codeGrantSchema,
  deviceCodeGrantSchema,
  emailVerificationGrantSchema,
  grantSchema,
  impersonatorSchema,
  magicAuthGrantSchema,
  oauthTokensSchema,
  organizationSelectionGrantSchema,
  passwordGrantSchema,
  radarEmailChallengeGrantSchema,
  radarSmsChallengeGrantSchema,
  refreshTokenGrantSchema,
  totpGrantSchema,
} from './authentication.ts'
export {
  authenticationMethodsRequiredSchema,
  emailVerificationRequiredSchema,
  hostedStepSchema,
  mfaChallengeSchema,
  mfaEnrollmentSchema,
  organizationSelectionRequiredSchema,
  pendingUserSchema,
  radarEmailChallengeSchema,
  radarSmsChallengeSchema,
  ssoRequiredSchema,
} from './authenticationError.ts'
export {
  authorization,
  authorizationProviderSchema,
  authorizeQuerySchema,
  type DeviceAuthorizationWire,
  deviceAuthorizationSchema,
  oauthProviderSchema,
  ssoAuthorizeQuerySchema,
} from './authorization.ts'
export { authorizationChecks } from './authorizationCheck.ts'
export {
  type AuthorizationResourceWire,
  authorizationResourceSchema,
  authorizationResources,
} from './authorizationResource.ts'
export {
  type AuthorizedApplicationWire,
  authorizedApplicationSchema,
  type ClientSecretWire,
  clientSecretSchema,
  connectClientSecrets,
  connectGrants,
  connectLogin,
} from './connect.ts'
export {
  type ConnectApplicationWire,
  connectApplicationSchema,
  connectApplications,
} from './connectApplication.ts'
export {
  authMethods,
  type ConnectedAccountWire,
  connectedAccountSchema,
  connectedAccounts,
} from './connectedAccount.ts'
export { type ConnectionWire, connectionSchema, connections } from './connection.ts'
export { connectionTypeFilters, connectionTypes } from './connectionTypes.ts'
export { type CorsOriginWire, corsOriginSchema, corsOrigins } from './corsOrigin.ts'
export { type DirectoryWire, directories, directorySchema } from './directory.ts'
export { type DirectoryGroupWire, directoryGroupSchema, directoryGroups } from './directoryGroup.ts'
export { type DirectoryUserWire, directoryUserSchema, directoryUsers } from './directoryUser.ts'
export { type EmailChangeWire, emailChange, emailChangeSchema } from './emailChange.ts'
export {
  type EmailVerificationWire,
  emailVerification,
  emailVerificationSchema,
} from './emailVerification.ts'
export { type Credential, type Endpoint, endpoint, type Method } from './endpoint.ts'
export { type ErrorBodyWire, errorBodySchema } from './error.ts'
export {
  type EventContextWire,
  type EventDataWire,
  type EventName,
  type EventWire,
  eventSchema,
  events,
  eventsWithoutWebhook,
  isEventName,
  type KnownEventWire,
  loggedEventSchema,
  type UnknownEventWire,
  type WebhookEventName,
  webhookEventNames,
} from './event.ts'
export { eventLog } from './eventLog.ts'
export { type FeatureFlagWire, featureFlagSchema, featureFlags } from './featureFlag.ts'
export { type GroupWire, groupSchema, groups } from './group.ts'
export {
  type GroupRoleAssignmentWire,
  groupRoleAssignmentSchema,
  groupRoleAssignments,
} from './groupRoleAssignment.ts'
export { type InvitationWire, invitationSchema, invitations } from './invitation.ts'
export { type JwksWire, jwkSchema, jwks, jwksSchema } from './jwks.ts'
export { type JwtTemplateWire, jwtTemplate, jwtTemplateSchema } from './jwtTemplate.ts'
export { locales } from './locales.ts'
export { type MagicAuthWire, magicAuth, magicAuthSchema } from './magicAuth.ts'
export {
  type AuthenticationChallengeWire,
  type AuthenticationFactorWire,
  authenticationChallengeSchema,
  authenticationFactorSchema,
  type EnrolledFactorWire,
  enrolledFactorSchema,
  mfa,
  userFactors,
} from './mfa.ts'
export { type OrganizationWire, organizationSchema, organizations } from './organization.ts'
export {
  type OrganizationDomainWire,
  organizationDomainSchema,
  organizationDomains,
} from './organizationDomain.ts'
export {
  baseMembershipSchema,
  membershipWithUserSchema,
  type OrganizationMembershipWire,
  organizationMembershipSchema,
  organizationMemberships,
  roleSlugSchema,
} from './organizationMembership.ts'
export { organizationRoles } from './organizationRole.ts'
export {
  type PasswordlessSessionWire,
  passwordless,
  passwordlessSessionSchema,
} from './passwordless.ts'
export { type PasswordResetWire, passwordReset, passwordResetSchema } from './passwordReset.ts'
export { type PermissionWire, permissionSchema, permissions } from './permission.ts'
export { type PipesCredentialWire, pipes, pipesCredentialSchema } from './pipes.ts'
export {
  type PipesConfigurationWire,
  pipesConfigurationSchema,
  pipesConfigurations,
} from './pipesConfiguration.ts'
export {
  type PipesProviderWire,
  type ProviderOfUserWire,
  pipesProviderSchema,
  pipesProviders,
  providerOfUserSchema,
} from './pipesProvider.ts'
export { portal } from './portal.ts'
export {
  eitherOf,
  externalId,
  forwardListOf,
  listOf,
  metadata,
  metadataPatch,
  nothing,
  openEnum,
  pagination,
  recorded,
  timestamp,
  wholeListOf,
} from './primitives.ts'
export { type RadarChallengeWire, radar, radarChallengeSchema, radarChallenges } from './radar.ts'
export { type RedirectUriWire, redirectUriSchema, redirectUris } from './redirectUri.ts'
export { changedRole, newRole, type RoleWire, roleSchema, roles } from './role.ts'
export {
  assignedResourceSchema,
  type RoleAssignmentWire,
  resourceSelector,
  roleAssignmentSchema,
  roleAssignments,
} from './roleAssignment.ts'
export { type SessionWire, sessionSchema, sessions } from './session.ts'
export { type ProfileWire, profileSchema, sso } from './sso.ts'
export { type IdentityWire, identitySchema, type UserWire, userSchema, users } from './user.ts'
export {
  type VaultDataKeyWire,
  type VaultMetadataWire,
  type VaultObjectWire,
  type VaultSummaryWire,
  type VaultValueWire,
  type VaultVersionWire,
  vault,
  vaultDataKeySchema,
  vaultMetadataSchema,
  vaultObjectSchema,
  vaultSummarySchema,
  vaultValueSchema,
  vaultVersionSchema,
} from './vault.ts'
export {
  type WebhookEndpointWire,
  webhookEndpointSchema,
  webhookEndpoints,
} from './webhookEndpoint.ts'
export { clientApi, widgets } from './widget.ts'
