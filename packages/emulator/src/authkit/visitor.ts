import type { Context } from 'hono'
import type { Visitor } from '../authentication/noteAttempt.ts'
import type { AppEnv } from '../environment.ts'

/** Where the browser of a visit comes from. */
export const visitorOf = (context: Context<AppEnv>): Visitor => ({
  ip_address: context.var.ipAddress ?? null,
  user_agent: context.req.header('user-agent') ?? null,
})
