import { auditLogs } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { auditEventProblem } from '../auditLogs/auditEventProblem.ts'
import type { AppEnv } from '../environment.ts'
import { newId } from '../store/id.ts'
import { ApiError, plainError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'

const allowedRetentions = [30, 365]

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

  serve(app, auditLogs.updateRetention, ({ environment, params, body }) => {
    const { store } = environment
    const { id } = requireOrganization(environment, params.organization_id)
    const days = body.retention_period_in_days
    if (!allowedRetentions.includes(days)) {
      throw new ApiError(422, { message: 'The retention period is either 30 or 365 days.' })
    }
    if (store.auditLogRetentions.get(id)) store.auditLogRetentions.update(id, { days })
    else store.auditLogRetentions.insert({ id, days })
    return { retention_period_in_days: days }
  })
}
