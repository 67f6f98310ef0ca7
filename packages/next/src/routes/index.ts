export { type AuthRoutes, type AuthRoutesOptions, authRoutes } from './authRoutes.ts'
