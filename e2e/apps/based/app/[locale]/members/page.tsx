import { requireAuth, signOut } from '@latchkey/next'

export default async function Members({ params }: { params: Promise<{ locale: string }> }) {
  const { user } = await requireAuth()
  const { locale } = await params
  async function leave() {
    'use server'
    await signOut({ returnTo: `/${locale}` })
  }
  return (
    <main>
      <h1>Bytes of members only: {user.email}</h1>
      <form action={leave}>
        <button type="submit">Leave</button>
      </form>
    </main>
  )
}
