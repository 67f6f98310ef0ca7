import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { readBody } from '../api/readBody.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { parse } from './parse.ts'

const date = z.union([z.iso.datetime({ offset: true }), z.number()])

const changeSchema = z.union([
  z.strictObject({ advance: z.number() }),
  z.strictObject({ set: date }),
  z.strictObject({ freeze: z.union([z.literal(true), date]) }),
  z.strictObject({ resume: z.literal(true) }),
  z.strictObject({ reset: z.literal(true) }),
])

/** The clock over HTTP. */
export function serveClock(app: Hono<AppEnv>): void {
  app.get('/_emulator/clock', (context) => context.json(readClock(context)))

  app.post('/_emulator/clock', async (context) => {
    const { clock } = context.var.environment
    const change = parse(changeSchema, await readBody(context))
    if ('advance' in change) clock.advance({ seconds: change.advance })
    else if ('set' in change) clock.set(change.set)
    else if ('freeze' in change) clock.freeze(change.freeze === true ? undefined : change.freeze)
    else if ('resume' in change) clock.resume()
    else clock.reset()
    return context.json(readClock(context))
  })
}

const readClock = ({ var: { environment } }: Context<AppEnv>) => ({
  now: isoTime(environment.clock.now()),
  frozen: environment.clock.frozen,
})
