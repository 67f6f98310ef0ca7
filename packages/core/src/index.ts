export type { CodeGrant, RefreshTokenGrant, Visitor } from './authentication/grants.ts'
export type {
  Authenticated,
  AuthenticationFailed,
  AuthenticationOutcome,
  AuthenticationUnavailable,
  OAuthTokens,
} from './authentication/outcome.ts'
export type {
  CallbackFailure,
  CallbackOutcome,
  CallbackRequest,
} from './authorization/callback.ts'
export { safeReturnTo } from './authorization/returnTo.ts'
export type { SignInRequest, StartedSignIn } from './authorization/signIn.ts'
export type { Camelized } from './client/casing.ts'
export type {
  Organization,
  OrganizationMembership,
  User,
  WorkOS,
  WorkOSSession,
} from './client/client.ts'
export { type AuthKitOptions, type Config, readEnvironment } from './config.ts'
export {
  ApiRejectedError,
  ApiResponseError,
  ApiUnavailableError,
  ConfigurationError,
  type ConfigurationProblem,
  InputError,
  LatchkeyError,
  type LatchkeyErrorCode,
  type LatchkeyErrorDetails,
  PayloadError,
  SessionTooLargeError,
  SignatureError,
  type SignatureProblem,
} from './errors.ts'
export { type AuthKit, type AuthKitEffects, authKitFor, createAuthKit } from './kit.ts'
export type { SessionClaims } from './session/claims.ts'
export {
  type CookieAttributes,
  type CookieChange,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  serializeCookieChange,
} from './session/cookies.ts'
export type { Impersonator, OpenedSeal, Session } from './session/seal.ts'
export type {
  ReadState,
  RefreshRequired,
  SessionState,
  SignedIn,
  SignedOut,
  SignedOutReason,
  Unavailable,
} from './session/state.ts'
