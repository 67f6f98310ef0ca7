import type { ReactNode } from 'react'

/** An application whose proxy runs on the edge runtime. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
