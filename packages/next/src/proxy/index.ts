export type { Unauthenticated } from './unauthenticated.ts'
export {
  type AuthProxy,
  type ProxyHandler,
  type WithAuthOptions,
  withAuth,
} from './withAuth.ts'
