import type {
  AuthenticationSettingsRecord,
  ChallengeRecord,
  ConnectionRecord,
  DeviceAuthorizationRecord,
  EmailedCodeRecord,
  FactorRecord,
  IdentityRecord,
  InvitationRecord,
  OrganizationPolicyRecord,
  PendingAuthenticationRecord,
  ProfileRecord,
  SmsVerificationRecord,
  SsoCodeRecord,
  SsoLogoutRecord,
  SsoSessionRecord,
  SsoTokenRecord,
  SuspicionRecord,
} from './authenticationRecords.ts'
import {
  type Change,
  type Collection,
  createCollection,
  type Identified,
  type Transition,
} from './collection.ts'
import type { DeliveryRecord, EventRecord, WebhookEndpointRecord } from './eventRecords.ts'
import type {
  ApplicationRecord,
  AuthorizationCodeRecord,
  BrowserSessionRecord,
  EmailRecord,
  FlowRecord,
  MembershipRecord,
  OrganizationRecord,
  PasswordResetRecord,
  PermissionRecord,
  RedirectRecord,
  RefreshTokenRecord,
  RoleRecord,
  SessionRecord,
  SigningKeyRecord,
  UserRecord,
} from './records.ts'
import type {
  ApiKeyRecord,
  AuditLogEventRecord,
  AuditLogExportRecord,
  AuditLogRetentionRecord,
  AuditLogSchemaRecord,
  AuthorizationResourceRecord,
  ConnectApplicationRecord,
  ConnectedAccountRecord,
  ConnectGrantRecord,
  CorsOriginRecord,
  DataProviderRecord,
  DirectoryGroupRecord,
  DirectoryRecord,
  DirectoryUserRecord,
  EmailChangeRecord,
  FeatureFlagRecord,
  GroupMemberRecord,
  GroupRecord,
  GroupRoleAssignmentRecord,
  IdempotentResponseRecord,
  JwtTemplateRecord,
  OrganizationRoleRecord,
  PortalLinkRecord,
  ProviderConfigurationRecord,
  RoleAssignmentRecord,
} from './resourceRecords.ts'
import type { Storage } from './storage.ts'

/** What the store holds, by collection. */
export type Records = {
  applications: ApplicationRecord
  users: UserRecord
  organizations: OrganizationRecord
  memberships: MembershipRecord
  roles: RoleRecord
  permissions: PermissionRecord
  redirectUris: RedirectRecord
  signOutRedirects: RedirectRecord
  sessions: SessionRecord
  refreshTokens: RefreshTokenRecord
  authorizationCodes: AuthorizationCodeRecord
  browserSessions: BrowserSessionRecord
  flows: FlowRecord
  emailVerifications: EmailedCodeRecord
  passwordResets: PasswordResetRecord
  authenticationSettings: AuthenticationSettingsRecord
  organizationPolicies: OrganizationPolicyRecord
  connections: ConnectionRecord
  profiles: ProfileRecord
  ssoSessions: SsoSessionRecord
  ssoCodes: SsoCodeRecord
  ssoTokens: SsoTokenRecord
  ssoLogouts: SsoLogoutRecord
  identities: IdentityRecord
  invitations: InvitationRecord
  pendingAuthentications: PendingAuthenticationRecord
  magicAuths: EmailedCodeRecord
  factors: FactorRecord
  challenges: ChallengeRecord
  suspicions: SuspicionRecord
  radarChallenges: EmailedCodeRecord
  smsVerifications: SmsVerificationRecord
  deviceAuthorizations: DeviceAuthorizationRecord
  emails: EmailRecord
  organizationRoles: OrganizationRoleRecord
  groups: GroupRecord
  groupMembers: GroupMemberRecord
  directories: DirectoryRecord
  directoryGroups: DirectoryGroupRecord
  directoryUsers: DirectoryUserRecord
  auditLogEvents: AuditLogEventRecord
  auditLogSchemas: AuditLogSchemaRecord
  auditLogExports: AuditLogExportRecord
  auditLogRetentions: AuditLogRetentionRecord
  featureFlags: FeatureFlagRecord
  apiKeys: ApiKeyRecord
  corsOrigins: CorsOriginRecord
  jwtTemplates: JwtTemplateRecord
  authorizationResources: AuthorizationResourceRecord
  roleAssignments: RoleAssignmentRecord
  groupRoleAssignments: GroupRoleAssignmentRecord
  emailChanges: EmailChangeRecord
  portalLinks: PortalLinkRecord
  dataProviders: DataProviderRecord
  connectedAccounts: ConnectedAccountRecord
  providerConfigurations: ProviderConfigurationRecord
  connectApplications: ConnectApplicationRecord
  connectGrants: ConnectGrantRecord
  idempotentResponses: IdempotentResponseRecord
  events: EventRecord
  webhookEndpoints: WebhookEndpointRecord
  deliveries: DeliveryRecord
  signingKeys: SigningKeyRecord
}

type Collections = { readonly [Name in keyof Records]: Collection<Records[Name]> }

/** Something that came about: a record was made, changed or deleted. */
export type Happening = {
  [Name in keyof Records]: { collection: Name } & Transition<Records[Name]>
}[keyof Records]

/** Everything except the signing keys, at one moment. */
export type StoreContents = {
  readonly [Name in Exclude<keyof Records, 'signingKeys'>]?: readonly Records[Name][]
}

/** Everything an environment knows. */
export type Store = Collections & {
  /** Writes what changed since the last time, as one transaction. Call it before answering. */
  flush(): void
  /** Hears of everything that comes about from now on, right when it does. */
  observe(listener: (happening: Happening) => void): void
  /** Does the work without anybody hearing of it: what a seed says did not just come about. */
  silently(work: () => void): void
  contents(): StoreContents
  /**
   * Goes back to earlier contents; to nothing, when none are given. The signing keys stay, because
   * products may have fetched them already.
   */
  restore(contents: StoreContents): void
  close(): void
}

/** Opens a store on what was kept before. */
export function openStore(storage: Storage): Store {
  let changes: Change[] = []
  const listeners: ((happening: Happening) => void)[] = []
  let silent = false
  const kept = storage.read()
  const collection = <Item extends Identified>(name: keyof Records) =>
    createCollection<Item>({
      name,
      // The storage holds what this collection wrote to it.
      initial: (kept.get(name) ?? []) as Item[],
      changed: (change) => changes.push(change),
      happened: (transition) => {
        if (silent) return
        // The name and the records belong together: this collection was made under it.
        const happening = { collection: name, ...transition } as unknown as Happening
        for (const listener of listeners) listener(happening)
      },
    })

  const collections: Collections = {
    applications: collection('applications'),
    users: collection('users'),
    organizations: collection('organizations'),
    memberships: collection('memberships'),
    roles: collection('roles'),
    permissions: collection('permissions'),
    redirectUris: collection('redirectUris'),
    signOutRedirects: collection('signOutRedirects'),
    sessions: collection('sessions'),
    refreshTokens: collection('refreshTokens'),
    authorizationCodes: collection('authorizationCodes'),
    browserSessions: collection('browserSessions'),
    flows: collection('flows'),
    emailVerifications: collection('emailVerifications'),
    passwordResets: collection('passwordResets'),
    authenticationSettings: collection('authenticationSettings'),
    organizationPolicies: collection('organizationPolicies'),
    connections: collection('connections'),
    profiles: collection('profiles'),
    ssoSessions: collection('ssoSessions'),
    ssoCodes: collection('ssoCodes'),
    ssoTokens: collection('ssoTokens'),
    ssoLogouts: collection('ssoLogouts'),
    identities: collection('identities'),
    invitations: collection('invitations'),
    pendingAuthentications: collection('pendingAuthentications'),
    magicAuths: collection('magicAuths'),
    factors: collection('factors'),
    challenges: collection('challenges'),
    suspicions: collection('suspicions'),
    radarChallenges: collection('radarChallenges'),
    smsVerifications: collection('smsVerifications'),
    deviceAuthorizations: collection('deviceAuthorizations'),
    emails: collection('emails'),
    organizationRoles: collection('organizationRoles'),
    groups: collection('groups'),
    groupMembers: collection('groupMembers'),
    directories: collection('directories'),
    directoryGroups: collection('directoryGroups'),
    directoryUsers: collection('directoryUsers'),
    auditLogEvents: collection('auditLogEvents'),
    auditLogSchemas: collection('auditLogSchemas'),
    auditLogExports: collection('auditLogExports'),
    auditLogRetentions: collection('auditLogRetentions'),
    featureFlags: collection('featureFlags'),
    apiKeys: collection('apiKeys'),
    corsOrigins: collection('corsOrigins'),
    jwtTemplates: collection('jwtTemplates'),
    authorizationResources: collection('authorizationResources'),
    roleAssignments: collection('roleAssignments'),
    groupRoleAssignments: collection('groupRoleAssignments'),
    emailChanges: collection('emailChanges'),
    portalLinks: collection('portalLinks'),
    dataProviders: collection('dataProviders'),
    connectedAccounts: collection('connectedAccounts'),
    providerConfigurations: collection('providerConfigurations'),
    connectApplications: collection('connectApplications'),
    connectGrants: collection('connectGrants'),
    idempotentResponses: collection('idempotentResponses'),
    events: collection('events'),
    webhookEndpoints: collection('webhookEndpoints'),
    deliveries: collection('deliveries'),
    signingKeys: collection('signingKeys'),
  }
  const { signingKeys: _, ...forgettable } = collections
  return {
    ...collections,
    flush: () => {
      if (changes.length === 0) return
      const pending = changes
      changes = []
      storage.write(pending)
    },
    observe: (listener) => listeners.push(listener),
    silently: (work) => {
      const before = silent
      silent = true
      try {
        work()
      } finally {
        silent = before
      }
    },
    contents: () =>
      Object.fromEntries(
        Object.entries(forgettable).map(([name, items]) => [name, items.all()]),
      ) as StoreContents,
    restore: (contents) => {
      for (const [name, items] of Object.entries(forgettable)) {
        const kept = contents[name as keyof StoreContents] ?? []
        ;(items as Collection<Identified>).replace(kept)
      }
    },
    close: () => storage.close(),
  }
}
