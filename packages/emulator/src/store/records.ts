import type {
  AuthenticateResultWire,
  OrganizationMembershipWire,
  OrganizationWire,
  SessionWire,
  UserWire,
} from '@latchkey/core/contract'
import type { Password } from '../authentication/password.ts'

/** What the API says about a user, and the password it never says. */
export type UserRecord = UserWire & { password: Password }

/** What the API says about an organization, and what access tokens say for it. */
export type OrganizationRecord = OrganizationWire & {
  entitlements: string[]
  feature_flags: string[]
}

/** A membership as kept: its role slugs; names and role objects are looked up when it is shown. */
export type MembershipRecord = Pick<
  OrganizationMembershipWire,
  'id' | 'user_id' | 'organization_id' | 'directory_managed' | 'created_at' | 'updated_at'
> & {
  status: 'active' | 'inactive' | 'pending'
  /** The first is the primary role. */
  role_slugs: [string, ...string[]]
  custom_attributes: Record<string, unknown>
}

export type PermissionRecord = {
  id: string
  slug: string
  name: string
  description: string | null
  /** What kind of resource it is about: `organization`, unless the product has kinds of its own. */
  resource_type_slug: string
  created_at: string
  updated_at: string
}

/** An environment role. */
export type RoleRecord = PermissionRecord & { permissions: string[] }

/** How somebody signed in, as the authenticate result names it. */
export type AuthenticationMethod = NonNullable<AuthenticateResultWire['authentication_method']>

/** A session as kept; whether it has expired is decided when it is shown. */
export type SessionRecord = Pick<
  SessionWire,
  'id' | 'user_id' | 'ip_address' | 'user_agent' | 'expires_at' | 'ended_at'
> & {
  organization_id: string | null
  client_id: string
  method: AuthenticationMethod
  /** Milliseconds since the epoch; a refresh does not change it. */
  authenticated_at: number
  /** The hosted pages' own session it was started from. */
  browser_session_id: string | null
  created_at: string
  updated_at: string
}

/** A refresh token; its id is the token. Once exchanged it remembers the pair it was exchanged for. */
export type RefreshTokenRecord = {
  id: string
  session_id: string
  exchanged: { at: number; access_token: string; refresh_token: string } | null
}

/** A sign-in that only waits for its code to be redeemed; its id is the code. */
export type AuthorizationCodeRecord = {
  id: string
  client_id: string
  user_id: string
  organization_id: string | null
  method: AuthenticationMethod
  authenticated_at: number
  browser_session_id: string | null
  code_challenge: string | null
  ip_address: string | null
  user_agent: string | null
  expires_at: number
}

/** Somebody signed in to the hosted pages; its id is the browser's cookie. */
export type BrowserSessionRecord = {
  id: string
  user_id: string
  method: AuthenticationMethod
  authenticated_at: number
  expires_at: number
}

/** What `GET /user_management/authorize` was asked for. */
export type AuthorizeRequest = {
  client_id: string
  redirect_uri: string
  state: string | null
  code_challenge: string | null
  organization_id: string | null
  login_hint: string | null
}

/** A visit to the hosted pages on the way to a code; its id stands in every address of the visit. */
export type FlowRecord = {
  id: string
  /** The cookie of the browser that began it; no other browser may go on with it. */
  browser_id: string
  request: AuthorizeRequest
  /** The address typed, before anything is known about it. */
  email: string | null
  /** Who proved to be whom; nothing before the credential was right. */
  authenticated: { user_id: string; method: AuthenticationMethod; at: number } | null
  expires_at: number
}

export type EmailVerificationRecord = {
  id: string
  user_id: string
  email: string
  code: string
  attempts: number
  used: boolean
  expires_at: string
  created_at: string
  updated_at: string
}

export type PasswordResetRecord = {
  id: string
  user_id: string
  email: string
  token: string
  /** The visit that asked for it, to go on with when the link opens in the same browser. */
  flow_id: string | null
  used: boolean
  expires_at: string
  created_at: string
}

/** An email that would have been sent. */
export type EmailRecord = {
  id: string
  to: string
  subject: string
  kind: 'email_verification' | 'password_reset'
  text: string
  code?: string
  link?: string
  created_at: string
}

/** An RSA key that signs access tokens; its id is the `kid`. The certificate is base64 DER. */
export type SigningKeyRecord = { id: string; private_jwk: JsonWebKey; certificate: string | null }

/** An address that a browser may be sent to, or a pattern of such addresses. */
export type RedirectRecord = { id: string; uri: string; default: boolean }

/** The product, as the hosted pages name it. */
export type ApplicationRecord = { id: string; name: string | null }
