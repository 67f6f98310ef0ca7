'use client'

import { useSyncExternalStore } from 'react'
import type { AuthSnapshot } from './store.ts'
import { useAuthStore } from './useAuthStore.ts'

/**
 * The session in the browser; `status` tells `loading`, `signed-in`, `signed-out` and
 * `unavailable` apart. `Declared` is what the product's own claims look like, of which the browser
 * gets those that `authRoutes({ customClaims })` names.
 *
 * @throws {Error} outside of `AuthKitProvider`.
 * @example
 * ```tsx
 * 'use client'
 * import { useAuth } from '@latchkey/next/react'
 *
 * export function Greeting() {
 *   const auth = useAuth()
 *   return auth.status === 'signed-in' ? <p>Hello {auth.user.firstName}</p> : null
 * }
 * ```
 *
 * @example With a claim of the product's own
 * ```tsx
 * 'use client'
 * import { useAuth } from '@latchkey/next/react'
 *
 * export function Plan() {
 *   const auth = useAuth<{ custom: { plan: 'free' | 'pro' } }>()
 *   return auth.status === 'signed-in' ? <p>{auth.claims.custom.plan}</p> : null
 * }
 * ```
 */
export function useAuth<Declared = unknown>(): AuthSnapshot<Declared> {
  const { subscribe, getSnapshot, getServerSnapshot } = useAuthStore('useAuth')
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  return snapshot as AuthSnapshot<Declared>
}
