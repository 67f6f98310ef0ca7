import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { loggedEventSchema } from './event.ts'
import { forwardListOf, pagination } from './primitives.ts'

/** The event log, read forwards with `after`. @see https://workos.com/docs/reference/events */
export const eventLog = {
  list: endpoint({
    method: 'GET',
    path: '/events',
    success: 200,
    query: z.object({
      ...pagination,
      events: z.array(z.string()).optional(),
      range_start: z.string().optional(),
      range_end: z.string().optional(),
      organization_id: z.string().optional(),
    }),
    result: forwardListOf(loggedEventSchema),
  }),
}
