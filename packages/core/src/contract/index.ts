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
  type AuthenticateResultWire,
  authenticateResultSchema,
  authentication,
  authenticationMethodSchema,
  codeGrantSchema,
  type GrantWire,
  grantSchema,
  impersonatorSchema,
  oauthTokensSchema,
  refreshTokenGrantSchema,
} from './authentication.ts'
export {
  authorization,
  authorizationProviderSchema,
  authorizeQuerySchema,
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
