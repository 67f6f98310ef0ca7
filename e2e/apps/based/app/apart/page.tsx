import { auth, requireAuth } from '@latchkey/next'

/** No proxy stands before this one. */
export default async function Apart() {
  const state = await auth({ returnTo: '/apart?seen' })
  async function enter() {
    'use server'
    await requireAuth({ returnTo: '/apart?entered' })
  }
  return (
    <main>
      <h1>{state.status === 'signed-in' ? `Hello ${state.user.email}` : state.status}</h1>
      <form action={enter}>
        <button type="submit">Enter</button>
      </form>
    </main>
  )
}
