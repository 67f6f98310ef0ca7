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
export { type AuthOptions, type AuthState, auth } from './server/auth.ts'
export { type ClientAuth, toClientAuth } from './server/clientAuth.ts'
export { requireAuth, SessionUnavailableError } from './server/requireAuth.ts'
export { workos } from './server/workos.ts'
