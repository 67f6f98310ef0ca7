'use client'

import { SignOutButton, useAuth } from '@latchkey/next/react'

export function WhoAmI() {
  const auth = useAuth()
  return (
    <div>
      <p role="status">{auth.status === 'signed-in' ? auth.user.email : auth.status}</p>
      {auth.status === 'signed-in' && <SignOutButton />}
    </div>
  )
}
