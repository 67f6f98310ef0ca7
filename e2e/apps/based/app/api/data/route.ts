import { protectRoute } from '@latchkey/next'

export const GET = protectRoute({ accept: ['session', 'bearer'] }, (_request, { auth }) =>
  Response.json({ bytes: 'Bytes of members only', status: auth.status }),
)
