import type { Hono } from 'hono'
import { z } from 'zod'
import { ApiError } from '../api/apiError.ts'
import type { AppEnv } from '../environment.ts'
import { listEvents } from '../events/listEvents.ts'
import { listDeliveries } from './deliveries.ts'
import { parse } from './parse.ts'

const filterSchema = z.strictObject({
  endpoint: z.string().optional(),
  event: z.string().optional(),
  state: z.enum(['pending', 'delivered', 'failed']).optional(),
})

/** The event log and webhook deliveries over HTTP. */
export function serveWebhooks(app: Hono<AppEnv>): void {
  app.get('/_emulator/events', (context) => {
    const events = context.req.queries('event')
    return context.json({ data: listEvents(context.var.environment, { events }) })
  })
  app.get('/_emulator/deliveries', (context) => {
    const filter = parse(filterSchema, context.req.query())
    return context.json({ data: listDeliveries(context.var.environment, filter) })
  })
  app.post('/_emulator/deliveries/settle', async (context) => {
    await context.var.environment.deliveries.settled()
    return context.body(null, 204)
  })
  app.post('/_emulator/deliveries/:id/resend', (context) => {
    try {
      const { deliveries } = context.var.environment
      return context.json(deliveries.resend(context.req.param('id')), 201)
    } catch (error) {
      if (error instanceof RangeError) throw new ApiError(404, { message: error.message })
      throw error
    }
  })
}
