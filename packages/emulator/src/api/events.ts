import { eventLog } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { listEvents } from '../events/listEvents.ts'
import { paginate } from '../store/paginate.ts'
import { ApiError } from './apiError.ts'
import { serve } from './serve.ts'

/** The event log. With `after` it is read forwards, as its readers do; the newest comes first without. */
export function serveEvents(app: Hono<AppEnv>): void {
  serve(app, eventLog.list, ({ environment, query }) => {
    const { range_start, range_end, organization_id, ...page } = query
    if (page.after !== undefined && range_start !== undefined) {
      throw new ApiError(400, { message: 'Send either after or range_start.' })
    }
    const times = { range_start, range_end }
    for (const [field, time] of Object.entries(times)) {
      if (time !== undefined && Number.isNaN(Date.parse(time))) throw invalidTime(field)
    }
    if (organization_id !== undefined && !environment.store.organizations.get(organization_id)) {
      throw new ApiError(400, { message: `Organization not found: '${organization_id}'.` })
    }
    const found = listEvents(environment, {
      events: query.events,
      organizationId: organization_id,
      since: range_start,
      until: range_end,
    })
    const forwards = page.after !== undefined && page.order === undefined
    const { object, data, list_metadata } = paginate(found, {
      ...page,
      ...(forwards && { order: 'asc' }),
    })
    return { object, data, list_metadata: { after: list_metadata.after } }
  })
}

const invalidTime = (field: string) =>
  new ApiError(422, {
    message: 'Validation failed.',
    errors: [{ code: 'invalid_timestamp', field }],
  })
