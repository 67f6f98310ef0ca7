export { type AuthProxy, type WithAuthOptions, withAuth } from './withAuth.ts'
