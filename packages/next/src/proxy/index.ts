export type { AccessRule } from './accessRules.ts'
export type { Forbidden } from './forbidden.ts'
export type { Unauthenticated } from './unauthenticated.ts'
export {
  type AuthProxy,
  type ProxyHandler,
  type WithAuthOptions,
  withAuth,
} from './withAuth.ts'
