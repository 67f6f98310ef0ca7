import { auth } from '@latchkey/next'

export async function GET() {
  const state = await auth()
  if (state.status !== 'signed-in') return Response.json(state, { status: 401 })
  return Response.json({ email: state.user.email })
}
