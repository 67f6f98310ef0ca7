export type {
  AuthKit,
  Impersonator,
  SessionClaims,
  SignedIn,
  SignedOut,
  SignedOutReason,
  Unavailable,
  User,
  WorkOS,
} from '@latchkey/core'
export { environmentKit, type KitSource, type RequestHeaders } from './kit.ts'
export type { AuthOptions, AuthState } from './server/auth.ts'
export { type ClientAuth, type ClientAuthOptions, toClientAuth } from './server/clientAuth.ts'
export { type Auth, createAuth } from './server/createAuth.ts'
export { auth, requireAuth, workos } from './server/environment.ts'
export type { CreateAuthOptions } from './server/instance.ts'
export { SessionUnavailableError } from './server/sessionUnavailable.ts'
