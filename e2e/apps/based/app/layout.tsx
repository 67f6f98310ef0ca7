import { AuthKitProvider } from '@latchkey/next/react'
import type { ReactNode } from 'react'

/** An application that lives under a path of its origin, and whose pages have a locale. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
