import { requireAuth } from '../../lib/auth.ts'
import { WhoAmI } from '../whoAmI.tsx'

export default async function Members() {
  const { user } = await requireAuth()
  return (
    <>
      <h1>Members only: {user.email}</h1>
      <WhoAmI />
    </>
  )
}
