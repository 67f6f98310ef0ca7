import { requireAuth } from '@latchkey/next'
import { SignOutButton } from '@latchkey/next/react'

export default async function Members() {
  const { user } = await requireAuth()
  return (
    <>
      <h1>Members only: {user.email}</h1>
      <SignOutButton returnTo="/" />
    </>
  )
}
