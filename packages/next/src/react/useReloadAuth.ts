'use client'

import { useAuthStore } from './useAuthStore.ts'

/**
 * A function that asks the server who is signed in now, for `useAuth()` here and in the other tabs.
 * Call it after an action that changed the session: a switch of organization, a new role.
 *
 * @throws {Error} outside of `AuthKitProvider`.
 * @example
 * ```tsx
 * 'use client'
 * import { useReloadAuth } from '@latchkey/next/react'
 *
 * export function EnterButton({ enter }: { enter: () => Promise<void> }) {
 *   const reloadAuth = useReloadAuth()
 *   return <button onClick={() => enter().then(reloadAuth)}>Enter</button>
 * }
 * ```
 */
export function useReloadAuth(): () => Promise<void> {
  return useAuthStore('useReloadAuth').reload
}
