export {
  type AccessReason,
  type AccessRequirement,
  type ApiKey,
  type AuthEvent,
  type AuthKit,
  type BearerAuth,
  type BearerRefused,
  checkAccess,
  describeEvent,
  type Impersonator,
  type SessionClaims,
  type SignedIn,
  type SignedOut,
  type SignedOutReason,
  type Unavailable,
  type User,
  type WorkOS,
} from '@latchkey/core'
export { environmentKit, type KitSource, type RequestHeaders } from './kit.ts'
export type { AuthOptions, AuthState } from './server/auth.ts'
export { type ClientAuth, type ClientAuthOptions, toClientAuth } from './server/clientAuth.ts'
export { type Auth, createAuth } from './server/createAuth.ts'
export type {
  ApiKeyAuth,
  ApiKeyUnverifiable,
  Authenticated,
  Credential,
  CredentialRefused,
} from './server/credential.ts'
export type { CurrentUserOptions } from './server/currentUser.ts'
export {
  auth,
  currentUser,
  getAccessToken,
  getSignInUrl,
  getSignUpUrl,
  protectRoute,
  refreshSession,
  requireAuth,
  signOut,
  switchOrganization,
  workos,
} from './server/environment.ts'
export type { CreateAuthOptions } from './server/instance.ts'
export type { ProtectedHandler, ProtectRouteOptions } from './server/protectRoute.ts'
export type { RequireAuthOptions } from './server/requireAuth.ts'
export { SessionUnavailableError } from './server/sessionUnavailable.ts'
export type { SignInUrlOptions } from './server/signInUrl.ts'
export type { SignOutOptions } from './server/signOut.ts'
export type { SwitchOrganizationOptions, SwitchOutcome } from './server/switchOrganization.ts'
export { UseCacheError } from './server/useCacheError.ts'
export { CookiesNotWritableError } from './server/writable.ts'
