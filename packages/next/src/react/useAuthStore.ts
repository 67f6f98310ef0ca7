'use client'

import { useContext } from 'react'
import { AuthKitContext } from './context.ts'
import type { AuthStore } from './store.ts'

/** The provider's store, for a hook that needs it and says so by its name. */
export function useAuthStore(hook: string): AuthStore {
  const context = useContext(AuthKitContext)
  if (context === null) {
    throw new Error(`${hook}() needs <AuthKitProvider> above it: put it into app/layout.tsx.`)
  }
  return context.store
}
