export type { BegunSession } from './authentication/beginSession.ts'
export type { ClientKind } from './authentication/client.ts'
export type {
  DeviceOutcome,
  DevicePollOptions,
} from './authentication/device/pollDeviceAuthorization.ts'
export type { DeviceAuthorization } from './authentication/device/startDeviceAuthorization.ts'
export type { AuthenticationFailed, AuthenticationFailureCode } from './authentication/failure.ts'
export {
  type AuthenticationFlow,
  createAuthenticationFlow,
} from './authentication/flow/authenticationFlow.ts'
export type {
  FlowOptions,
  FlowRequest,
  FlowStart,
  SessionVerdict,
} from './authentication/flow/flowOptions.ts'
export type { FlowProblem, FlowProblemCode } from './authentication/flow/flowProblem.ts'
export type { FlowResult } from './authentication/flow/flowResult.ts'
export type { FlowMethod } from './authentication/flow/flowState.ts'
export type { FlowStep, TotpEnrollment } from './authentication/flow/flowStep.ts'
export { type FlowSubmission, flowSubmissionSchema } from './authentication/flow/flowSubmission.ts'
export type { FlowMail } from './authentication/flow/perform.ts'
export type { CodeGrant } from './authentication/grants/authenticateWithCode.ts'
export type { DeviceCodeGrant } from './authentication/grants/authenticateWithDeviceCode.ts'
export type { EmailVerificationGrant } from './authentication/grants/authenticateWithEmailVerification.ts'
export type { MagicAuthGrant } from './authentication/grants/authenticateWithMagicAuth.ts'
export type { OrganizationSelectionGrant } from './authentication/grants/authenticateWithOrganizationSelection.ts'
export type { PasswordGrant } from './authentication/grants/authenticateWithPassword.ts'
export type { RadarEmailChallengeGrant } from './authentication/grants/authenticateWithRadarEmailChallenge.ts'
export type { RadarSmsChallengeGrant } from './authentication/grants/authenticateWithRadarSmsChallenge.ts'
export type { RefreshTokenGrant } from './authentication/grants/authenticateWithRefreshToken.ts'
export type { TotpGrant } from './authentication/grants/authenticateWithTotp.ts'
export type { BoundGrants } from './authentication/grants/boundGrants.ts'
export type {
  AuthenticationMethodsRequired,
  ConsentRequired,
  DevicePending,
  EmailVerificationRequired,
  FactorChoice,
  MfaChallengeRequired,
  MfaEnrollmentRequired,
  NextStep,
  OrganizationChoice,
  OrganizationSelectionRequired,
  PasskeyEnrollmentRequired,
  PendingUser,
  RadarEmailChallengeRequired,
  RadarSmsChallengeRequired,
  SsoRequired,
} from './authentication/nextStep.ts'
export type {
  Authenticated,
  AuthenticationOutcome,
  AuthenticationUnavailable,
  OAuthTokens,
} from './authentication/outcome.ts'
export type { Visitor } from './authentication/visitor.ts'
export { type AppState, validateAppState } from './authorization/appState.ts'
export type { CallbackOutcome } from './authorization/callback.ts'
export type {
  AuthorizationDetails,
  AuthorizationSelector,
  AuthorizationUrlOptions,
  OAuthProvider,
  ProviderDetails,
} from './authorization/getAuthorizationUrl.ts'
export type {
  SsoAuthorizationUrlOptions,
  SsoSelector,
} from './authorization/getSsoAuthorizationUrl.ts'
export { createPkce, type Pkce } from './authorization/pkce.ts'
export type {
  CallbackFailed,
  CallbackFailure,
  CallbackRequest,
} from './authorization/redeemCallback.ts'
export { safeReturnTo } from './authorization/returnTo.ts'
export type { SignInRequest, StartedSignIn } from './authorization/signIn.ts'
export type { Camelized } from './client/casing.ts'
export { createWorkOS, type WorkOS } from './client/client.ts'
export type { UnknownEvent, WorkOSEvent } from './client/event.ts'
export type { EventLog, EventPage } from './client/eventLog.ts'
export type { ApiAnswer, ApiAttempt, ApiHooks, ApiRetry } from './client/hooks.ts'
export type { CallOptions } from './client/methods.ts'
export type { List, Page } from './client/pages.ts'
export type { ApiSettings } from './client/settings.ts'
export type {
  AgentRegistration,
  ApiKey,
  AuditLogAction,
  AuditLogConfiguration,
  AuditLogExport,
  AuditLogRetention,
  AuditLogSchema,
  AuthenticationChallenge,
  AuthenticationFactor,
  AuthorizationResource,
  AuthorizedApplication,
  ClientSecret,
  ConnectApplication,
  ConnectedAccount,
  Connection,
  CorsOrigin,
  Directory,
  DirectoryGroup,
  DirectoryUser,
  EmailChange,
  EmailVerification,
  EnrolledFactor,
  FeatureFlag,
  Group,
  GroupRoleAssignment,
  Identity,
  Invitation,
  JwtTemplate,
  MagicAuth,
  Organization,
  OrganizationApiKey,
  OrganizationDomain,
  OrganizationMembership,
  PasswordlessSession,
  PasswordReset,
  Permission,
  PipesConfiguration,
  PipesCredential,
  PipesProvider,
  Profile,
  ProviderOfUser,
  RadarChallenge,
  RedirectUri,
  Role,
  RoleAssignment,
  User,
  UserApiKey,
  VaultDataKey,
  VaultMetadata,
  VaultObject,
  VaultSummary,
  VaultValue,
  VaultVersion,
  WebhookEndpoint,
  WorkOSSession,
} from './client/types.ts'
export {
  decryptLocally,
  encryptLocally,
  type LocalDecryption,
  type LocalEncryption,
} from './client/vaultCrypto.ts'
export { type AuthKitOptions, type Config, readEnvironment } from './config.ts'
export type { EventName } from './contract/index.ts'
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
export { describeEvent, subjectOf } from './events/describe.ts'
export type {
  AccessEvent,
  AuthEvent,
  AuthEventSink,
  CoordinatorEvent,
  EventSubject,
  RefreshEvent,
  RequestEvent,
  SessionTooLargeEvent,
  SignInEvent,
} from './events/event.ts'
export { AUTH_EVENT_CHANNEL, publishEvent } from './events/publish.ts'
export {
  type AuthKit,
  type AuthKitDeclarations,
  type AuthKitEffects,
  authKitFor,
  createAuthKit,
} from './kit.ts'
export {
  type AccessDecision,
  type AccessReason,
  type AccessRequirement,
  checkAccess,
  validateRequirement,
} from './session/access.ts'
export type { BearerAuth, BearerRefused, BearerState } from './session/bearer.ts'
export type { SessionClaims } from './session/claims.ts'
export {
  type CookieAttributes,
  type CookieChange,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  serializeCookieChange,
} from './session/cookies.ts'
export type {
  RefreshCoordinator,
  RefreshSubject,
  RefreshTurn,
  SharedOutcome,
} from './session/coordinator.ts'
export type { ClaimsSchema, CustomClaims } from './session/customClaims.ts'
export type { LoadOptions } from './session/load.ts'
export { readBySchema, type SchemaIssue, type SchemaReading } from './session/readBySchema.ts'
export type { RenewalRequest, SwitchRefused } from './session/renewSession.ts'
export {
  createRevocations,
  type RevocableClaims,
  type Revocation,
  type RevocationCheck,
  type Revocations,
  type RevocationsOptions,
  type Standing,
} from './session/revocations.ts'
export type { Impersonator, OpenedSeal, Session } from './session/seal.ts'
export type {
  ClaimsInvalid,
  Outage,
  ReadState,
  RefreshRequired,
  SessionState,
  SignedIn,
  SignedOut,
  SignedOutReason,
  Unavailable,
} from './session/state.ts'
