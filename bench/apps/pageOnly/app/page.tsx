import { requireAuth } from '@latchkey/next'
import { Orders } from '../../orders.tsx'

export default async function Page() {
  const { user } = await requireAuth()
  return <Orders email={user.email} />
}
