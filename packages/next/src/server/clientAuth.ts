import type { SessionClaims, User } from '@latchkey/core'
import type { AuthState } from './auth.ts'

/** What the browser may know of a session: no token, no seal. */
export type ClientAuth =
  | {
      readonly status: 'signed-in'
      readonly user: User
      readonly claims: SessionClaims
      /** Seconds since the epoch at which the access token is due to be refreshed. */
      readonly refreshAt: number
    }
  | { readonly status: 'signed-out' }
  | { readonly status: 'unavailable' }

/**
 * Leaves out of a state what the browser must not have.
 *
 * @example
 * ```tsx
 * import { auth, toClientAuth } from '@latchkey/next'
 * import { AuthKitProvider } from '@latchkey/next/react'
 * import type { ReactNode } from 'react'
 *
 * export default async function Layout({ children }: { children: ReactNode }) {
 *   return <AuthKitProvider initialAuth={toClientAuth(await auth())}>{children}</AuthKitProvider>
 * }
 * ```
 */
export function toClientAuth(state: AuthState): ClientAuth {
  if (state.status !== 'signed-in') return { status: state.status }
  const { status, user, claims, refreshAt } = state
  return { status, user, claims, refreshAt }
}
