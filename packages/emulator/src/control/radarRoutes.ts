import type { Hono } from 'hono'
import { z } from 'zod'
import { readBody } from '../api/readBody.ts'
import type { AppEnv } from '../environment.ts'
import { parse } from './parse.ts'
import { clearSuspicions, listSuspicions, suspect, suspicionSchema } from './suspicions.ts'

const email = { email: z.email() }
const [byEmail, bySms] = suspicionSchema.options
const wishSchema = z.discriminatedUnion('challenge', [byEmail.extend(email), bySms.extend(email)])

/** Whom Radar suspects, over HTTP. */
export function serveSuspicions(app: Hono<AppEnv>): void {
  app.get('/_emulator/radar', (context) =>
    context.json({ data: listSuspicions(context.var.environment) }),
  )
  app.post('/_emulator/radar', async (context) => {
    const wish = parse(wishSchema, await readBody(context))
    return context.json(suspect(context.var.environment, wish), 201)
  })
  app.delete('/_emulator/radar', (context) => {
    clearSuspicions(context.var.environment)
    return context.body(null, 204)
  })
}
