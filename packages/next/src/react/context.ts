'use client'

import { createContext } from 'react'
import type { AuthStore } from './store.ts'

/** What the provider hands down. */
export interface AuthKitContextValue {
  readonly store: AuthStore
  readonly basePath: string
}

/** `null` outside a provider. */
export const AuthKitContext = createContext<AuthKitContextValue | null>(null)
