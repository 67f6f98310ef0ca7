import { AuthKitProvider } from '@latchkey/next/react'
import type { ReactNode } from 'react'

/** An application on Next 15, with the kit as it is published. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
