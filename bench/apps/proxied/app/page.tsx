import { headers } from 'next/headers'
import { Orders } from '../../orders.tsx'

/** The same page without any kit: rendered for each request, because it reads one. */
export default async function Page() {
  const email = (await headers()).get('x-email') ?? 'ada@northwind.example'
  return <Orders email={email} />
}
