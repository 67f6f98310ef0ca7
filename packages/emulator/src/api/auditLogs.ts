import { auditLogs } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { z } from 'zod'
import { auditEventProblem } from '../auditLogs/auditEventProblem.ts'
import type { AppEnv } from '../environment.ts'
import { newId } from '../store/id.ts'
import { ApiError, plainError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'

/** Newer clients say `1_MONTH` or `2_YEARS`, older ones a number of days. */
const updateRetention = {
  ...auditLogs.updateRetention,
  body: z.union([
    auditLogs.updateRetention.body,
    z.object({ retention_period: z.string().regex(/^\d+_(MONTH|YEAR)S?$/) }),
  ]),
}

/** Audit logs: takes events, and says how long they are kept. */
export function serveAuditLogs(app: Hono<AppEnv>): void {
  serve(app, auditLogs.createEvent, ({ environment, body }) => {
    const { store, clock } = environment
    const organization = requireOrganization(environment, body.organization_id)
    const { version = 1, metadata = {}, ...event } = body.event
    const problem = auditEventProblem(environment, { ...event, version, metadata })
    if (problem) {
      throw plainError(400, 'invalid_audit_log_event', 'Invalid Audit Log event.', {
        errors: [problem],
      })
    }
    store.auditLogEvents.insert({
      id: newId('auditLogEvent', clock.now()),
      organization_id: organization.id,
      ...event,
      version,
      metadata,
    })
    return { success: true }
  })

  serve(app, auditLogs.getConfiguration, ({ environment, params }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    const { days } = environment.store.auditLogRetentions.get(id) ?? { days: 30 }
    return { organization_id: id, retention_period_in_days: days, state: 'active' }
  })

  serve(app, auditLogs.getRetention, ({ environment, params }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    const retention = environment.store.auditLogRetentions.get(id)
    return { retention_period_in_days: retention?.days ?? null }
  })

  serve(app, updateRetention, ({ environment, params, body }) => {
    const { store } = environment
    const { id } = requireOrganization(environment, params.organization_id)
    const days =
      'retention_period' in body ? daysOf(body.retention_period) : body.retention_period_in_days
    if (!isRetention(days)) {
      throw new ApiError(422, { message: 'Keep audit logs for 1 to 11 months or 1 to 10 years.' })
    }
    if (store.auditLogRetentions.get(id)) store.auditLogRetentions.update(id, { days })
    else store.auditLogRetentions.insert({ id, days })
    return { retention_period_in_days: days }
  })
}

/** Months have 30 days here, and years 365. */
function daysOf(period: string): number {
  const [count, unit = ''] = period.split('_')
  return Number(count) * (unit.startsWith('MONTH') ? 30 : 365)
}

const isRetention = (days: number): boolean =>
  days > 0 && ((days % 30 === 0 && days <= 330) || (days % 365 === 0 && days <= 3650))
