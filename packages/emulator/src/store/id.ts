import { randomBytes } from 'node:crypto'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of time and 80 random bits, in Crockford's base 32. */
export function ulid(time: number): string {
  let text = ''
  for (let rest = Math.max(0, Math.floor(time)), i = 0; i < 10; i++) {
    text = crockford[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  for (const byte of randomBytes(16)) text += crockford[byte % 32]
  return text
}

/** Prefixes as WorkOS documents them; those of the emulator's own records are its own. */
const prefixes = {
  user: 'user',
  organization: 'org',
  organizationDomain: 'org_domain',
  membership: 'om',
  session: 'session',
  role: 'role',
  permission: 'perm',
  emailVerification: 'email_verification',
  passwordReset: 'password_reset',
  magicAuth: 'magic_auth',
  factor: 'auth_factor',
  challenge: 'auth_challenge',
  radarChallenge: 'radar_challenge',
  smsVerification: 'vrf',
  invitation: 'invitation',
  connection: 'conn',
  profile: 'prof',
  identity: 'identity',
  signingKey: 'sso_oidc_key_pair',
  redirectUri: 'redir',
  signOutRedirect: 'redir',
  email: 'email',
  fault: 'fault',
  snapshot: 'snapshot',
  client: 'client',
  event: 'event',
  group: 'group',
  directory: 'directory',
  directoryGroup: 'directory_group',
  directoryUser: 'directory_user',
  auditLogEvent: 'audit_log_event',
  auditLogSchema: 'audit_log_schema',
  auditLogAction: 'ala',
  auditLogExport: 'audit_log_export',
  featureFlag: 'flag',
  apiKey: 'api_key',
  corsOrigin: 'cors_origin',
  authorizationResource: 'authz_resource',
  roleAssignment: 'role_assignment',
  groupRoleAssignment: 'gra',
  emailChange: 'email_change',
  dataProvider: 'data_integration',
  connectedAccount: 'data_installation',
  connectApplication: 'conn_app',
  connectGrant: 'authorized_connect_app',
  webhookEndpoint: 'we',
  webhookDelivery: 'delivery',
} as const

/** Kinds of object that have an id of their own. */
export type IdKind = keyof typeof prefixes

/** A new id of the given kind, e.g. `user_01JD3M…`. */
export const newId = (kind: IdKind, time: number): string => `${prefixes[kind]}_${ulid(time)}`
