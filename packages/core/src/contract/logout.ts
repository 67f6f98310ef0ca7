import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing } from './primitives.ts'

/** The hosted logout; apart from the other endpoints of sessions, for a proxy knows its path alone. */
export const logout = endpoint({
  method: 'GET',
  path: '/user_management/sessions/logout',
  credential: 'public',
  success: 302,
  query: z.object({ session_id: z.string(), return_to: z.string().optional() }),
  result: nothing,
})
