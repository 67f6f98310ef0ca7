import type { AuthenticateResultWire } from '@latchkey/core/contract'

/** How somebody signed in, as the authenticate result names it. */
export type AuthenticationMethod = NonNullable<AuthenticateResultWire['authentication_method']>

/** The team member who acts as somebody else, and why. */
export type Impersonator = NonNullable<AuthenticateResultWire['impersonator']>

/** The identity provider's own tokens, as the authenticate result hands them on. */
export type OAuthTokens = NonNullable<AuthenticateResultWire['oauth_tokens']>

/** Who proved to be whom, and how. It goes along from the credential to the session. */
export type Proof = {
  user_id: string
  method: AuthenticationMethod
  /** Milliseconds since the epoch; a refresh does not change it. */
  authenticated_at: number
  /** The SSO connection that vouched for the person. */
  connection_id: string | null
  /** Whether a second factor was proved as well. */
  mfa: boolean
  /** Whether Radar is content: it asked nothing, or its code was right. */
  radar: boolean
  impersonator: Impersonator | null
}

/** A grant that waits for its next step; its id is the pending authentication token. */
export type PendingAuthenticationRecord = Proof & {
  id: string
  client_id: string
  organization_id: string | null
  invitation_id: string | null
  expires_at: number
}

/** A code that was emailed to somebody: to sign in, to verify the address, or to content Radar. */
export type EmailedCodeRecord = {
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

/** A second factor. Until its first right code it is only enrolled, and asked of nobody. */
export type FactorRecord = {
  id: string
  user_id: string | null
  verified: boolean
  created_at: string
  updated_at: string
} & (
  | {
      type: 'totp'
      issuer: string
      account: string
      /** Base 32. */
      secret: string
      /** The time step of the latest code that was right: no step counts twice (RFC 6238, 5.2). */
      last_step: number
    }
  | { type: 'sms'; phone_number: string }
  | { type: 'generic_otp' }
)

/** A question that a code answers. TOTP has its code in the other device, and `null` here. */
export type ChallengeRecord = {
  id: string
  authentication_factor_id: string
  code: string | null
  attempts: number
  used: boolean
  expires_at: string
  created_at: string
  updated_at: string
}

/** A tie between an organization and its identity provider. */
export type ConnectionRecord = {
  id: string
  /** `null` for the environment's own connection to a social provider. */
  organization_id: string | null
  connection_type: string
  name: string
  state: 'active' | 'inactive' | 'draft' | 'validating'
  created_at: string
  updated_at: string
}

/** A person as an SSO connection's identity provider knows them. */
export type ProfileRecord = {
  id: string
  connection_id: string
  idp_id: string
  email: string
  first_name: string | null
  last_name: string | null
  groups: string[]
  custom_attributes: Record<string, string>
  /** The user that it signed in as. */
  user_id: string | null
}

/** An account at a social provider that a user signs in with. */
export type IdentityRecord = { id: string; user_id: string; provider: string; idp_id: string }

/** An invitation; whether it has expired is decided when it is read. */
export type InvitationRecord = {
  id: string
  email: string
  state: 'pending' | 'accepted' | 'revoked'
  accepted_at: string | null
  revoked_at: string | null
  expires_at: string
  organization_id: string | null
  inviter_user_id: string | null
  accepted_user_id: string | null
  role_slug: string | null
  token: string
  created_at: string
  updated_at: string
}

/** A sign-in on a device without a browser (RFC 8628); its id is the device code. */
export type DeviceAuthorizationRecord = {
  id: string
  user_code: string
  client_id: string
  outcome:
    | { type: 'pending' }
    | { type: 'denied' }
    | { type: 'approved'; proof: Proof; organization_id: string | null }
  /** Seconds that the device has to leave between two questions. */
  interval: number
  polled_at: number | null
  expires_at: number
}

/** Ways to sign in that a policy can allow. */
export type SignInMethod =
  | 'sso'
  | 'password'
  | 'magic_auth'
  | 'google_oauth'
  | 'microsoft_oauth'
  | 'github_oauth'
  | 'apple_oauth'

/** What an organization asks of those who sign in to it; its id is the organization's. */
export type OrganizationPolicyRecord = {
  id: string
  /** The ways that it allows; `null` where it leaves that to the environment and its connections. */
  methods: SignInMethod[] | null
  /** Whether it asks for a second factor although the environment does not. */
  mfa: boolean
}

/** A social provider that is switched on. */
export type ProviderSetting = {
  provider: string
  /** Whether the application gets the provider's own tokens. */
  return_tokens: boolean
}

/** How people may sign in to the environment; its id is the client's. */
export type AuthenticationSettingsRecord = {
  id: string
  password: boolean
  magic_auth: boolean
  /** Whether people without an invitation may make an account. */
  sign_up: boolean
  /** Whether everybody has to have a second factor. */
  mfa: boolean
  providers: ProviderSetting[]
}

/** A standalone sign-in that waits for its code to be redeemed; its id is the code. */
export type SsoCodeRecord = {
  id: string
  client_id: string
  profile_id: string
  code_challenge: string | null
  oauth_tokens: OAuthTokens | null
  expires_at: number
}

/** What a profile can be read with; its id is the access token of standalone SSO. */
export type SsoTokenRecord = { id: string; profile_id: string; expires_at: number }

/** A sign-out at an identity provider that was asked for; its id is the logout token. */
export type SsoLogoutRecord = { id: string; profile_id: string; expires_at: number }

/** An address whose sign-ins look dangerous to Radar, and how it makes sure; its id is the address. */
export type SuspicionRecord = {
  id: string
  challenge: 'email' | 'sms'
  /** Where the SMS goes; `null` where nobody knows, so that the person has to say. */
  phone_number: string | null
}

/** A code that Radar sent by SMS; its id is the verification id. */
export type SmsVerificationRecord = Omit<EmailedCodeRecord, 'email'> & { phone_number: string }

/** Somebody who is at an identity provider; its id is the visit's. */
export type SsoSessionRecord = {
  id: string
  connection_id: string
  email: string | null
  ip_address: string | null
  user_agent: string | null
  expires_at: number
}
