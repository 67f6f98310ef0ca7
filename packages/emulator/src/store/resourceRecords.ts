import type {
  ApiKeyWire,
  AuthorizationResourceWire,
  CorsOriginWire,
  DirectoryGroupWire,
  DirectoryUserWire,
  DirectoryWire,
  FeatureFlagWire,
  GroupWire,
  JwtTemplateWire,
} from '@latchkey/core/contract'
import type { RoleRecord } from './records.ts'

type Recorded = { created_at: string; updated_at: string }

/** A role that one organization made for itself. */
export type OrganizationRoleRecord = RoleRecord & { organization_id: string }

export type GroupRecord = GroupWire

/** A membership's place in a group; its id is made of both. */
export type GroupMemberRecord = {
  id: string
  group_id: string
  organization_membership_id: string
}

/** A directory; how many it holds is counted when it is shown. */
export type DirectoryRecord = Omit<DirectoryWire, 'metadata'>

export type DirectoryGroupRecord = DirectoryGroupWire

/** A person of a directory, and the ids of their groups. */
export type DirectoryUserRecord = Omit<DirectoryUserWire, 'groups'> & { group_ids: string[] }

/** An audit log event as it was sent. */
export type AuditLogEventRecord = {
  id: string
  organization_id: string
  action: string
  occurred_at: string
  version: number
  actor: AuditLogParty
  targets: AuditLogParty[]
  context: { location: string; user_agent?: string | undefined }
  metadata: Record<string, unknown>
}

/** Who did something, or what it was done to. */
export type AuditLogParty = {
  id: string
  type: string
  name?: string | undefined
  metadata?: Record<string, unknown> | undefined
}

/** One version of what events of an action must look like. */
export type AuditLogSchemaRecord = {
  id: string
  action: string
  version: number
  actor: { metadata: Record<string, unknown> } | null
  targets: { type: string; metadata?: Record<string, unknown> | undefined }[]
  metadata: Record<string, unknown> | null
  created_at: string
}

/** An export: what it selects, and the address it can be fetched from for a while. */
export type AuditLogExportRecord = Recorded & {
  id: string
  organization_id: string
  range_start: string
  range_end: string
  actions: string[] | null
  actor_names: string[] | null
  actor_ids: string[] | null
  targets: string[] | null
  /** Stands in the address; reading the export again makes another. */
  token: string
  token_expires_at: number
}

/** How long an organization keeps its audit log; its id is the organization's. */
export type AuditLogRetentionRecord = { id: string; days: number }

/** A flag, and the users and organizations it is on for. */
export type FeatureFlagRecord = FeatureFlagWire & { targets: string[] }

/** A customer's API key with its value. */
export type ApiKeyRecord = ApiKeyWire & { value: string }

export type CorsOriginRecord = CorsOriginWire

/** The environment's JWT template; its id is the client's. */
export type JwtTemplateRecord = JwtTemplateWire & { id: string }

export type AuthorizationResourceRecord = AuthorizationResourceWire

/** A role that a membership holds on a resource, which may be its organization. */
export type RoleAssignmentRecord = Recorded & {
  id: string
  organization_membership_id: string
  role_slug: string
  resource_id: string
}

/** A role that the members of a group hold on a resource, which may be their organization. */
export type GroupRoleAssignmentRecord = Recorded & {
  id: string
  group_id: string
  role_slug: string
  resource_id: string
}

/** A change of address that waits for its code. */
export type EmailChangeRecord = {
  id: string
  user_id: string
  new_email: string
  code: string
  attempts: number
  used: boolean
  expires_at: string
  created_at: string
}

/** A link to the Admin Portal; its id is the token in it. */
export type PortalLinkRecord = {
  id: string
  organization_id: string
  intent: string | null
  return_url: string | null
  success_url: string | null
  expires_at: number
  /** The browser that it was opened in last; only there the visit goes on. */
  browser_id: string | null
  visit_ends_at: number
}

/** The answer to a POST with an idempotency key; its id is made of the key, credential and path. */
export type IdempotentResponseRecord = {
  id: string
  status: number
  body: string
  content_type: string | null
  expires_at: number
}

/** A provider whose accounts people can connect. */
export type DataProviderRecord = Recorded & {
  id: string
  slug: string
  name: string
  description: string | null
  scopes: string[] | null
}

/** An account that a user connected, for one organization or for none. */
export type ConnectedAccountRecord = Recorded & {
  id: string
  user_id: string
  organization_id: string | null
  data_provider_id: string
  scopes: string[]
  state: 'connected' | 'needs_reauthorization'
}

/** An organization's own settings of a provider; its id is made of both. */
export type ProviderConfigurationRecord = Recorded & {
  id: string
  organization_id: string
  data_provider_id: string
  enabled: boolean
  scopes: string[] | null
  config: Record<string, string>
  credentials: { client_id: string; client_secret_last_four: string } | null
}

/** An application that signs people in with AuthKit. */
export type ConnectApplicationRecord = Recorded & {
  id: string
  client_id: string
  name: string
  description: string | null
  scopes: string[]
  redirect_uris: { uri: string; default: boolean }[]
}

/** That a user has let an application in. */
export type ConnectGrantRecord = Recorded & {
  id: string
  user_id: string
  application_id: string
  granted_scopes: string[]
}
