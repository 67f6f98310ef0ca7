import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { forwardListOf, pagination, timestamp } from './primitives.ts'

/** Something that happened. */
export const loggedEventSchema = z.object({
  object: z.literal('event'),
  id: z.string(),
  event: z.string(),
  data: z.looseObject({}),
  created_at: timestamp,
  context: z.looseObject({}).optional(),
})
/** {@link loggedEventSchema} as it travels. */
export type LoggedEventWire = z.infer<typeof loggedEventSchema>

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
