import { AuthKitProvider } from '@latchkey/next/react'
import type { ReactNode } from 'react'

/** An application whose proxy has rules, asked in every way that a browser or a client can ask. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
