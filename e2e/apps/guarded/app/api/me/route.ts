import { auth } from '../../../lib/auth.ts'

export async function GET() {
  const state = await auth()
  if (state.status !== 'signed-in') return Response.json({ status: state.status }, { status: 500 })
  return Response.json({ email: state.user.email })
}
