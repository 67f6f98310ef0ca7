'use client'

import { useSyncExternalStore } from 'react'
import type { AuthSnapshot } from './store.ts'
import { useAuthStore } from './useAuthStore.ts'

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
  const { subscribe, getSnapshot, getServerSnapshot } = useAuthStore('useAuth')
  return useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
}
