import type { ReactNode } from 'react'

/** An application that no proxy guards: what the kit protects must be protected all the same. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
