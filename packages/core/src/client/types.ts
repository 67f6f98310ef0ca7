import type {
  AgentRegistrationWire,
  ApiKeyWire,
  AuditLogActionWire,
  AuditLogConfigurationWire,
  AuditLogExportWire,
  AuditLogRetentionWire,
  AuditLogSchemaWire,
  AuthenticationChallengeWire,
  AuthenticationFactorWire,
  AuthorizationResourceWire,
  AuthorizedApplicationWire,
  ClientSecretWire,
  ConnectApplicationWire,
  ConnectedAccountWire,
  ConnectionWire,
  CorsOriginWire,
  DirectoryGroupWire,
  DirectoryUserWire,
  DirectoryWire,
  EmailChangeWire,
  EmailVerificationWire,
  EnrolledFactorWire,
  FeatureFlagWire,
  GroupRoleAssignmentWire,
  GroupWire,
  IdentityWire,
  InvitationWire,
  JwtTemplateWire,
  MagicAuthWire,
  OrganizationApiKeyWire,
  OrganizationDomainWire,
  OrganizationMembershipWire,
  OrganizationWire,
  PasswordlessSessionWire,
  PasswordResetWire,
  PermissionWire,
  PipesConfigurationWire,
  PipesCredentialWire,
  PipesProviderWire,
  ProfileWire,
  ProviderOfUserWire,
  RadarChallengeWire,
  RedirectUriWire,
  RoleAssignmentWire,
  RoleWire,
  SessionWire,
  UserApiKeyWire,
  UserWire,
  VaultDataKeyWire,
  VaultMetadataWire,
  VaultObjectWire,
  VaultSummaryWire,
  VaultValueWire,
  VaultVersionWire,
  WebhookEndpointWire,
} from '../contract/index.ts'
import type { Camelized } from './casing.ts'

/** An agent that acts for somebody. */
export type AgentRegistration = Camelized<AgentRegistrationWire>
/** An API key of a customer, without its value. */
export type ApiKey = Camelized<ApiKeyWire>
/** An action that may be logged. */
export type AuditLogAction = Camelized<AuditLogActionWire>
/** How an organization keeps and streams its audit log. */
export type AuditLogConfiguration = Camelized<AuditLogConfigurationWire>
/** An export of an audit log. */
export type AuditLogExport = Camelized<AuditLogExportWire>
/** How long an organization keeps its audit log. */
export type AuditLogRetention = Camelized<AuditLogRetentionWire>
/** What audit log events of one action must look like. */
export type AuditLogSchema = Camelized<AuditLogSchemaWire>
/** A question that a second factor answers. */
export type AuthenticationChallenge = Camelized<AuthenticationChallengeWire>
/** A second factor. */
export type AuthenticationFactor = Camelized<AuthenticationFactorWire>
/** Something that roles can be given on. */
export type AuthorizationResource = Camelized<AuthorizationResourceWire>
/** An application that somebody has let in. */
export type AuthorizedApplication = Camelized<AuthorizedApplicationWire>
/** A secret of an application, without its value. */
export type ClientSecret = Camelized<ClientSecretWire>
/** An application of WorkOS Connect. */
export type ConnectApplication = Camelized<ConnectApplicationWire>
/** An account that somebody connected through Pipes. */
export type ConnectedAccount = Camelized<ConnectedAccountWire>
/** A tie between an organization and its identity provider. */
export type Connection = Camelized<ConnectionWire>
/** An origin whose pages may call WorkOS. */
export type CorsOrigin = Camelized<CorsOriginWire>
/** A directory that provisions users. */
export type Directory = Camelized<DirectoryWire>
/** A group of a directory. */
export type DirectoryGroup = Camelized<DirectoryGroupWire>
/** A person as a directory knows them. */
export type DirectoryUser = Camelized<DirectoryUserWire>
/** A change of address that waits for its code. */
export type EmailChange = Camelized<EmailChangeWire>
/** A code that proves an address. */
export type EmailVerification = Camelized<EmailVerificationWire>
/** A second factor as its enrolment answers, with its secret. */
export type EnrolledFactor = Camelized<EnrolledFactorWire>
/** A feature that is on for some. */
export type FeatureFlag = Camelized<FeatureFlagWire>
/** A group of members of one organization. */
export type Group = Camelized<GroupWire>
/** A role that a group gives its members. */
export type GroupRoleAssignment = Camelized<GroupRoleAssignmentWire>
/** An account at an OAuth provider that a user signs in with. */
export type Identity = Camelized<IdentityWire>
/** An invitation to the product or to an organization. */
export type Invitation = Camelized<InvitationWire>
/** The template of what access tokens claim. */
export type JwtTemplate = Camelized<JwtTemplateWire>
/** A one-time code for signing in. */
export type MagicAuth = Camelized<MagicAuthWire>
/** A customer of the product. */
export type Organization = Camelized<OrganizationWire>
/** An API key of an organization. */
export type OrganizationApiKey = Camelized<OrganizationApiKeyWire>
/** A domain that belongs to an organization. */
export type OrganizationDomain = Camelized<OrganizationDomainWire>
/** What ties a user to an organization. */
export type OrganizationMembership = Camelized<OrganizationMembershipWire>
/** A password reset and its secret. */
export type PasswordReset = Camelized<PasswordResetWire>
/** A sign-in by link. */
export type PasswordlessSession = Camelized<PasswordlessSessionWire>
/** Something that a role may allow. */
export type Permission = Camelized<PermissionWire>
/** An organization's own settings of a Pipes provider. */
export type PipesConfiguration = Camelized<PipesConfigurationWire>
/** What a product needs to act with a connected account. */
export type PipesCredential = Camelized<PipesCredentialWire>
/** A provider whose accounts people can connect. */
export type PipesProvider = Camelized<PipesProviderWire>
/** A person as the identity provider knows them. */
export type Profile = Camelized<ProfileWire>
/** A Pipes provider as one user sees it. */
export type ProviderOfUser = Camelized<ProviderOfUserWire>
/** A question that Radar put to somebody. */
export type RadarChallenge = Camelized<RadarChallengeWire>
/** Where hosted pages may send people back to. */
export type RedirectUri = Camelized<RedirectUriWire>
/** A role, of the environment or of one organization. */
export type Role = Camelized<RoleWire>
/** A role that a membership holds on a resource. */
export type RoleAssignment = Camelized<RoleAssignmentWire>
/** A person. */
export type User = Camelized<UserWire>
/** An API key of a user, for one organization. */
export type UserApiKey = Camelized<UserApiKeyWire>
/** A key for encrypting locally, and itself encrypted. */
export type VaultDataKey = Camelized<VaultDataKeyWire>
/** What is known about an encrypted object. */
export type VaultMetadata = Camelized<VaultMetadataWire>
/** An encrypted object without its value. */
export type VaultObject = Camelized<VaultObjectWire>
/** An encrypted object in a list. */
export type VaultSummary = Camelized<VaultSummaryWire>
/** An encrypted object, decrypted. */
export type VaultValue = Camelized<VaultValueWire>
/** One version of an encrypted object. */
export type VaultVersion = Camelized<VaultVersionWire>
/** Where WorkOS sends events. */
export type WebhookEndpoint = Camelized<WebhookEndpointWire>
/** A session as WorkOS keeps it. */
export type WorkOSSession = Camelized<SessionWire>
