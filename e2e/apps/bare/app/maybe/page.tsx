import { auth } from '@latchkey/next'

export default async function Maybe() {
  const state = await auth({ returnTo: '/maybe' })
  return <h1>{state.status === 'signed-in' ? `Hello ${state.user.email}` : state.status}</h1>
}
