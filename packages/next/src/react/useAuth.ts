'use client'

import { useContext, useSyncExternalStore } from 'react'
import { AuthKitContext } from './context.ts'
import type { AuthSnapshot } from './store.ts'

/**
 * The session in the browser; `status` tells `loading`, `signed-in`, `signed-out` and
 * `unavailable` apart.
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
 */
export function useAuth(): AuthSnapshot {
  const context = useContext(AuthKitContext)
  if (context === null) {
    throw new Error('useAuth() needs <AuthKitProvider> above it: put it into app/layout.tsx.')
  }
  const { subscribe, getSnapshot, getServerSnapshot } = context.store
  return useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
}
