import type {
  OrganizationMembershipWire,
  OrganizationWire,
  SessionWire,
  UserWire,
} from '@latchkey/core/contract'
import type { Password } from '../authentication/password.ts'
import type { OAuthTokens, Proof } from './authenticationRecords.ts'

/** What the API says about a user, and the password it never says. */
export type UserRecord = UserWire & { password: Password }

/** What the API says about an organization, and what access tokens say for it. */
export type OrganizationRecord = OrganizationWire & { entitlements: string[] }

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

/** A session as kept; whether it has expired is decided when it is shown. */
export type SessionRecord = Pick<
  SessionWire,
  'id' | 'ip_address' | 'user_agent' | 'expires_at' | 'ended_at'
> &
  Proof & {
    organization_id: string | null
    client_id: string
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
export type AuthorizationCodeRecord = Proof & {
  id: string
  client_id: string
  organization_id: string | null
  browser_session_id: string | null
  code_challenge: string | null
  oauth_tokens: OAuthTokens | null
  ip_address: string | null
  user_agent: string | null
  expires_at: number
}

/** Somebody signed in to the hosted pages; its id is the browser's cookie. */
export type BrowserSessionRecord = Proof & { id: string; expires_at: number }

/** Where a visit to the hosted pages leads. */
export type FlowTarget =
  | {
      type: 'application'
      redirect_uri: string
      state: string | null
      code_challenge: string | null
    }
  /** Standalone SSO: the application gets a profile, and AuthKit learns of nobody. */
  | {
      type: 'sso'
      redirect_uri: string
      state: string | null
      code_challenge: string | null
    }
  | { type: 'device'; device_code: string }
  /** Nowhere: the visit began with an emailed link, and the application has no address to go on to. */
  | { type: 'none' }

/** What a visit was begun with, e.g. what `GET /user_management/authorize` was asked for. */
export type FlowRequest = {
  client_id: string
  target: FlowTarget
  organization_id: string | null
  invitation_id: string | null
  login_hint: string | null
  domain_hint: string | null
  /** What a social provider is asked for besides the profile. */
  provider_scopes: string[]
}

/** A visit to the hosted pages; its id stands in every address of the visit. */
export type FlowRecord = {
  id: string
  /** The cookie of the browser that began it; no other browser may go on with it. */
  browser_id: string
  request: FlowRequest
  /** The address typed, before anything is known about it. */
  email: string | null
  /** Who proved to be whom; nothing before the credential was right. */
  proof: Proof | null
  /** The organization that somebody with several chose. */
  organization_id: string | null
  /** What a social provider handed out. */
  oauth_tokens: OAuthTokens | null
  /** The secret of an authenticator that is being set up, base 32. */
  totp_secret: string | null
  /** Wrong codes of the second factor. */
  mfa_attempts: number
  expires_at: number
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

/** An email that would have been sent, or an SMS. */
export type EmailRecord = {
  id: string
  /** An address; for an SMS, the telephone number. */
  to: string
  subject: string
  kind:
    | 'email_verification'
    | 'password_reset'
    | 'magic_auth'
    | 'invitation'
    | 'email_change'
    | 'radar_challenge'
    | 'sms'
  text: string
  code?: string
  link?: string
  created_at: string
}

/** An RSA key that signs access tokens; its id is the `kid`. The certificate is base64 DER. */
export type SigningKeyRecord = { id: string; private_jwk: JsonWebKey; certificate: string | null }

/** An address that a browser may be sent to, or a pattern of such addresses. */
export type RedirectRecord = {
  id: string
  uri: string
  default: boolean
  created_at: string
  updated_at: string
}

/** The product, as the hosted pages name it. */
export type ApplicationRecord = { id: string; name: string | null }
