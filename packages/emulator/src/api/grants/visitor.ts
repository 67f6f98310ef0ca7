import type { Visitor } from '../../authentication/noteAttempt.ts'

/** Who asks, as the application tells it. */
export const visitorOf = (body: {
  ip_address?: string | undefined
  user_agent?: string | undefined
}): Visitor => ({
  ip_address: body.ip_address ?? null,
  user_agent: body.user_agent ?? null,
})
