'use client'

import { SignInButton, SignOutButton, useAuth } from '@latchkey/next/react'

export function WhoAmI({ returnTo }: { returnTo: string }) {
  const auth = useAuth()
  return (
    <div>
      <p role="status">{auth.status === 'signed-in' ? auth.user.email : auth.status}</p>
      {auth.status === 'signed-in' ? <SignOutButton returnTo={returnTo} /> : <SignInButton />}
    </div>
  )
}
