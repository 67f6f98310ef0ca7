export { type AccessTokenClaimsWire, accessTokenClaimsSchema } from './accessToken.ts'
export {
  type ActionContextWire,
  type ActionResponseWire,
  actionContextSchema,
  actionResponseSchema,
  authenticationActionContextSchema,
  userRegistrationActionContextSchema,
} from './action.ts'
export {
  type AnyGrantWire,
  type AuthenticateResultWire,
  authenticateResultSchema,
  authentication,
  authenticationMethodSchema,
  codeGrantSchema,
  deviceCodeGrantSchema,
  emailVerificationGrantSchema,
  type GrantWire,
  grantSchema,
  impersonatorSchema,
  magicAuthGrantSchema,
  oauthTokensSchema,
  organizationSelectionGrantSchema,
  passwordGrantSchema,
  radarEmailChallengeGrantSchema,
  radarSmsChallengeGrantSchema,
  refreshTokenGrantSchema,
  totpGrantSchema,
} from './authentication.ts'
export {
  authenticationMethodsRequiredSchema,
  emailVerificationRequiredSchema,
  hostedStepSchema,
  mfaChallengeSchema,
  mfaEnrollmentSchema,
  organizationSelectionRequiredSchema,
  pendingUserSchema,
  radarEmailChallengeSchema,
  radarSmsChallengeSchema,
  ssoRequiredSchema,
} from './authenticationError.ts'
export {
  authorization,
  authorizationProviderSchema,
  authorizeQuerySchema,
  type DeviceAuthorizationWire,
  deviceAuthorizationSchema,
  oauthProviderSchema,
  ssoAuthorizeQuerySchema,
} from './authorization.ts'
export { type Credential, type Endpoint, endpoint, type Method } from './endpoint.ts'
export { type ErrorBodyWire, errorBodySchema } from './error.ts'
export {
  type EventContextWire,
  type EventDataWire,
  type EventName,
  eventEnvelopeSchema,
  events,
  eventsWithoutWebhook,
  isEventName,
} from './event.ts'
export { type JwksWire, jwkSchema, jwks, jwksSchema } from './jwks.ts'
export {
  type OrganizationWire,
  organizationDomainSchema,
  organizationSchema,
  organizations,
} from './organization.ts'
export {
  type OrganizationMembershipWire,
  organizationMembershipSchema,
  organizationMemberships,
} from './organizationMembership.ts'
export { listOf, metadata, nothing, openEnum, pagination, timestamp } from './primitives.ts'
export { type SessionWire, sessionSchema, sessions } from './session.ts'
export { type UserWire, userSchema, users } from './user.ts'
