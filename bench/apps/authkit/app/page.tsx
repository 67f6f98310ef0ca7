import { withAuth } from '@workos-inc/authkit-nextjs'
import { Orders } from '../../orders.tsx'

export default async function Page() {
  const { user } = await withAuth({ ensureSignedIn: true })
  return <Orders email={user.email} />
}
