import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'

/** Where links lead: to the public origin, or wherever the request came in. */
export const originOf = (context: Context<AppEnv>): string =>
  context.var.environment.publicOrigin ?? new URL(context.req.url).origin
