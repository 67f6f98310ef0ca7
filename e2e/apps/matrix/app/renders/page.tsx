import { refreshSession, requireAuth } from '@latchkey/next'

export const dynamic = 'force-dynamic'

/** A page that does what pages cannot, or asks for what nobody has. */
export default async function Renders({
  searchParams,
}: {
  searchParams: Promise<{ what?: string }>
}) {
  const { what } = await searchParams
  if (what === 'forbidden') await requireAuth({ role: 'nobody' })
  const error = await refreshSession().catch((thrown: Error) => thrown)
  return <p>{error instanceof Error ? `${error.name}: ${error.message}` : 'written'}</p>
}
