import { requireAuth } from '@latchkey/next'

export default async function Members() {
  const { user } = await requireAuth({ returnTo: '/members' })
  return <h1>Members only: {user.email}</h1>
}
