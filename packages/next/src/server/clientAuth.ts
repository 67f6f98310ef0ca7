import type { SessionClaims, User } from '@latchkey/core'
import type { AuthState } from './auth.ts'

/** What the browser may know of a session: no token, no seal, no custom claim that was not named. */
export type ClientAuth<Declared = unknown> =
  | {
      readonly status: 'signed-in'
      readonly user: User
      readonly claims: SessionClaims<Declared>
      /** Seconds since the epoch at which the access token is due to be refreshed. */
      readonly refreshAt: number
    }
  | { readonly status: 'signed-out' }
  | { readonly status: 'unavailable' }

/** Which of the product's own claims the browser gets. */
export interface ClientAuthOptions<Name extends string = string> {
  /** Their names; none unless named. */
  readonly customClaims: readonly Name[]
}

/**
 * Leaves out of a state what the browser must not have. Custom claims are for the server, unless
 * they are named here.
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
export function toClientAuth(state: AuthState): ClientAuth
export function toClientAuth<Custom, Name extends keyof Custom & string>(
  state: AuthState<{ readonly custom: Custom }>,
  options: ClientAuthOptions<Name>,
): ClientAuth<{ readonly custom: Pick<Custom, Name> }>
export function toClientAuth(state: AuthState, options?: ClientAuthOptions): ClientAuth {
  if (state.status !== 'signed-in') return { status: state.status }
  const { status, user, refreshAt } = state
  return { status, user, claims: clientClaims(state.claims, options), refreshAt }
}

function clientClaims(
  { custom, ...claims }: SessionClaims<{ readonly custom?: unknown }>,
  options: ClientAuthOptions | undefined,
): SessionClaims<{ readonly custom?: unknown }> {
  if (options === undefined) return claims
  const named = Object.entries(custom ?? {}).filter(([name]) => options.customClaims.includes(name))
  return { ...claims, custom: Object.fromEntries(named) }
}
