import { AuthKitProvider } from '@latchkey/next/react'
import type { ReactNode } from 'react'

/** An application that is prerendered, all but what depends on who asks. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
