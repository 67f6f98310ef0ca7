import { AuthKitProvider } from '@latchkey/next/react'
import type { ReactNode } from 'react'

/** An application that the proxy guards, with a page, a route handler and an action. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
