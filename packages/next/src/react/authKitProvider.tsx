'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { browserPath } from '../nextBasePath.ts'
import { DEFAULT_BASE_PATH } from '../paths.ts'
import type { ClientAuth } from '../server/clientAuth.ts'
import { AuthKitContext } from './context.ts'
import { createAuthStore } from './store.ts'

/** Props of {@link AuthKitProvider}. */
export interface AuthKitProviderProps {
  readonly children: ReactNode
  /** The session as the server knows it, so that nothing has to load; makes the page dynamic. */
  readonly initialAuth?: ClientAuth
  /** Where the kit's routes are mounted, without Next's own `basePath`. */
  readonly basePath?: string
}

/**
 * Tells the components below who is signed in. Static pages stay static: without `initialAuth` the
 * browser asks the kit's session route.
 *
 * @example
 * ```tsx
 * import { AuthKitProvider } from '@latchkey/next/react'
 * import type { ReactNode } from 'react'
 *
 * export default function RootLayout({ children }: { children: ReactNode }) {
 *   return (
 *     <html lang="en">
 *       <body>
 *         <AuthKitProvider>{children}</AuthKitProvider>
 *       </body>
 *     </html>
 *   )
 * }
 * ```
 */
export function AuthKitProvider({
  children,
  initialAuth,
  basePath = DEFAULT_BASE_PATH,
}: AuthKitProviderProps) {
  const [value] = useState(() => {
    const routes = browserPath(basePath)
    return { basePath: routes, store: createAuthStore({ basePath: routes, initialAuth }) }
  })
  useEffect(() => {
    if (initialAuth) value.store.compare(initialAuth)
  }, [value, initialAuth])
  return <AuthKitContext value={value}>{children}</AuthKitContext>
}
