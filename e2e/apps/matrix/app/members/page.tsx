import { requireAuth } from '@latchkey/next'
import { Buttons } from './Buttons'

export default async function Members() {
  const { user } = await requireAuth()
  return (
    <main>
      <h1>Bytes of members only: {user.email}</h1>
      <Buttons />
    </main>
  )
}
