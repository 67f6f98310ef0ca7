import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'

/** Where the emulator is reached from outside: as configured, else as this request reached it. */
export const originOf = (context: Context<AppEnv>): string =>
  context.var.environment.publicOrigin ?? new URL(context.req.url).origin
