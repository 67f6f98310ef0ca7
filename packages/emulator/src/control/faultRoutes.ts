import type { Hono } from 'hono'
import { ApiError } from '../api/apiError.ts'
import { readBody } from '../api/readBody.ts'
import type { AppEnv } from '../environment.ts'
import { faultSchema } from './faults.ts'
import { parse } from './parse.ts'

/** Faults over HTTP. */
export function serveFaults(app: Hono<AppEnv>): void {
  app.get('/_emulator/faults', (context) =>
    context.json({ data: context.var.environment.faults.list() }),
  )
  app.post('/_emulator/faults', async (context) => {
    const wish = parse(faultSchema, await readBody(context))
    return context.json(context.var.environment.faults.add(wish), 201)
  })
  app.delete('/_emulator/faults', (context) => {
    context.var.environment.faults.clear()
    return context.body(null, 204)
  })
  app.delete('/_emulator/faults/:id', (context) => {
    const id = context.req.param('id')
    if (context.var.environment.faults.remove(id)) return context.body(null, 204)
    throw new ApiError(404, { message: `There is no fault ${id}.` })
  })
}
