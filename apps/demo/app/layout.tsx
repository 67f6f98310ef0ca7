import './tokens.css'
import './base.css'
import { AuthKitProvider } from '@latchkey/next/react'
import type { Metadata } from 'next'
import { fontVariables } from './fonts.ts'

export const metadata: Metadata = {
  title: { default: 'Orchard: spend approvals for growing companies', template: '%s · Orchard' },
  description:
    'Teams send purchase requests, the right people approve them, and finance sees everything.',
}

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <AuthKitProvider>{children}</AuthKitProvider>
      </body>
    </html>
  )
}
