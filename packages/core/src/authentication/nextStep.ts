import type { User } from '../client/client.ts'

/** The person of a sign-in that is not over yet. Only the id is certain. */
export type PendingUser = Partial<User> & Pick<User, 'id'>

/** An organization that somebody may choose. */
export interface OrganizationChoice {
  readonly id: string
  readonly name: string
}

/** A second factor that somebody may use. */
export interface FactorChoice {
  readonly id: string
  /** `totp`, unless WorkOS knows more. */
  readonly type: string
}

/**
 * Goes on with a sign-in that is not over. A secret: whoever has it, and the next code, is signed
 * in. It never reaches a browser, except sealed.
 */
interface Pending {
  readonly pendingAuthenticationToken: string
  readonly user: PendingUser | undefined
}

type MaybePending = {
  readonly [Field in keyof Pending]: Pending[Field] | undefined
}

/** Prove the address: `authenticateWithEmailVerification` with the code that WorkOS sent. */
export interface EmailVerificationRequired extends Pending {
  readonly status: 'email-verification'
  readonly email: string | undefined
  readonly emailVerificationId: string | undefined
}

/**
 * Enrol a second factor, then `authenticateWithTotp`. Without a pending token where a session was
 * to be refreshed: sign in again then.
 */
export interface MfaEnrollmentRequired extends MaybePending {
  readonly status: 'mfa-enrollment'
}

/** Challenge one of the factors, then `authenticateWithTotp`. */
export interface MfaChallengeRequired extends Pending {
  readonly status: 'mfa-challenge'
  readonly factors: readonly FactorChoice[]
}

/** Choose one: `authenticateWithOrganizationSelection`. */
export interface OrganizationSelectionRequired extends Pending {
  readonly status: 'organization-selection'
  readonly organizations: readonly OrganizationChoice[]
}

/** Go to the organization's identity provider: an authorization URL with one of the connections. */
export interface SsoRequired {
  readonly status: 'sso-required'
  /** Hand it to `startSignIn`, or to `authenticateWithCode` afterwards. */
  readonly pendingAuthenticationToken: string | undefined
  readonly email: string | undefined
  /** Empty where WorkOS does not say which. */
  readonly connectionIds: readonly string[]
}

/** Sign in again by one of the methods that the organization allows. */
export interface AuthenticationMethodsRequired {
  readonly status: 'authentication-methods-required'
  readonly pendingAuthenticationToken: string | undefined
  readonly email: string | undefined
  readonly ssoConnectionIds: readonly string[]
  /** WorkOS's names of the methods that are allowed, e.g. `password`, `magic_auth`. */
  readonly methods: readonly string[]
}

/** Prove it with the code that Radar sent: `authenticateWithRadarEmailChallenge`. */
export interface RadarEmailChallengeRequired extends Pending {
  readonly status: 'radar-email-challenge'
  readonly radarChallengeId: string
}

/** Prove it with a code by SMS: `authenticateWithRadarSmsChallenge`. */
export interface RadarSmsChallengeRequired extends Pending {
  readonly status: 'radar-sms-challenge'
  /**
   * A sign-up asks for a phone number first and has the code sent there; a sign-in has sent it
   * already. `undefined` where WorkOS does not say which of the two it is.
   */
  readonly during: 'sign-up' | 'sign-in' | undefined
}

/** Offer a passkey; only hosted AuthKit can. */
export interface PasskeyEnrollmentRequired extends MaybePending {
  readonly status: 'passkey-enrollment'
}

/** Ask for consent to an application; only hosted AuthKit can. */
export interface ConsentRequired extends MaybePending {
  readonly status: 'consent-required'
}

/** The owner of the device has not answered yet; ask again after the interval (RFC 8628). */
export interface DevicePending {
  readonly status: 'pending'
  /** Whether the device asked too soon: wait five seconds longer from now on. */
  readonly slowDown: boolean
}

/** What WorkOS wants before it signs somebody in, with what is needed to go on. */
export type NextStep =
  | EmailVerificationRequired
  | MfaEnrollmentRequired
  | MfaChallengeRequired
  | OrganizationSelectionRequired
  | SsoRequired
  | AuthenticationMethodsRequired
  | RadarEmailChallengeRequired
  | RadarSmsChallengeRequired
  | PasskeyEnrollmentRequired
  | ConsentRequired
  | DevicePending
