'use client'

import type { ReactNode } from 'react'
import { useAuth } from './useAuth.ts'

/** Shows its children to whoever is signed in. Hides, does not protect: the server does that. */
export function SignedIn({ children }: { children: ReactNode }) {
  return useAuth().status === 'signed-in' ? children : null
}

/** Shows its children to whoever is known not to be signed in. */
export function SignedOut({ children }: { children: ReactNode }) {
  return useAuth().status === 'signed-out' ? children : null
}
