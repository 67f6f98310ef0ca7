export type { ProblemCode } from '../http/problem.ts'
export type { ClientAuth } from '../server/clientAuth.ts'
export { authErrorCode } from './authErrorCode.ts'
export { AuthKitProvider, type AuthKitProviderProps } from './authKitProvider.tsx'
export {
  SignInButton,
  type SignInButtonProps,
  SignOutButton,
  type SignOutButtonProps,
  SignUpButton,
} from './buttons.tsx'
export { SignedIn, SignedOut } from './gates.tsx'
export type { AuthSnapshot } from './store.ts'
export { useAuth } from './useAuth.ts'
export { useReloadAuth } from './useReloadAuth.ts'
