'use client'

import { createContext } from 'react'
import type { AuthStore } from './store.ts'

/** What the provider hands down. */
export interface AuthKitContextValue {
  readonly store: AuthStore
  /** Where the kit's routes are, for a browser. */
  readonly basePath: string
}

/** `null` outside a provider. */
export const AuthKitContext = createContext<AuthKitContextValue | null>(null)
