import { type AuditLogExportWire, auditLogs } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { toCsv } from '../auditLogs/csv.ts'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { AuditLogEventRecord, AuditLogExportRecord } from '../store/resourceRecords.ts'
import { randomToken } from '../store/secret.ts'
import { ApiError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { originOf } from './origin.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

const urlLifetime = 10 * 60 * 1000
const downloadPath = '/audit_logs/exports/download'

/** Exports of audit logs: made, read, and fetched as CSV from an address that lives ten minutes. */
export function serveAuditLogExports(app: Hono<AppEnv>): void {
  // Public: the token in the address is the credential. It stands before the route with an id.
  app.get(`${downloadPath}/:token`, (context) => {
    const { environment } = context.var
    const { store, clock } = environment
    const token = context.req.param('token')
    const found = store.auditLogExports.find((each) => each.token === token)
    if (!found || found.token_expires_at <= clock.now()) {
      throw new ApiError(403, { message: 'The address of the export has expired.' })
    }
    return context.body(toCsv(selected(environment, found)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.id}.csv"`,
    })
  })

  serve(app, auditLogs.createExport, ({ environment, body, context }) => {
    const { store, clock } = environment
    requireOrganization(environment, body.organization_id)
    const [from, to] = [Date.parse(body.range_start), Date.parse(body.range_end)]
    if (!(from < to)) {
      throw new ApiError(400, { message: ['Invalid date range'], error: 'Bad Request' })
    }
    const { actors = null, ...wish } = body
    return present(
      context,
      store.auditLogExports.insert({
        id: newId('auditLogExport', clock.now()),
        organization_id: wish.organization_id,
        range_start: wish.range_start,
        range_end: wish.range_end,
        actions: wish.actions ?? null,
        actor_names: wish.actor_names ?? actors,
        actor_ids: wish.actor_ids ?? null,
        targets: wish.targets ?? null,
        token: randomToken(40),
        token_expires_at: clock.now() + urlLifetime,
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, auditLogs.getExport, ({ environment, params, context }) => {
    const { store, clock } = environment
    const { id } = requireRecord(store.auditLogExports, { kind: 'Audit Log Export', id: params.id })
    return present(
      context,
      store.auditLogExports.update(id, {
        token: randomToken(40),
        token_expires_at: clock.now() + urlLifetime,
        updated_at: isoTime(clock.now()),
      }),
    )
  })
}

const present = (context: Context<AppEnv>, made: AuditLogExportRecord): AuditLogExportWire => ({
  object: 'audit_log_export',
  id: made.id,
  state: 'ready',
  url: `${originOf(context)}${downloadPath}/${made.token}`,
  created_at: made.created_at,
  updated_at: made.updated_at,
})

function selected({ store }: Environment, wish: AuditLogExportRecord): AuditLogEventRecord[] {
  const [from, to] = [Date.parse(wish.range_start), Date.parse(wish.range_end)]
  const among = (list: string[] | null, values: (string | undefined)[]) =>
    list === null || values.some((value) => value !== undefined && list.includes(value))
  return store.auditLogEvents
    .filter((event) => {
      const time = Date.parse(event.occurred_at)
      return (
        event.organization_id === wish.organization_id &&
        time >= from &&
        time < to &&
        among(wish.actions, [event.action]) &&
        among(wish.actor_ids, [event.actor.id]) &&
        among(wish.actor_names, [event.actor.name]) &&
        among(
          wish.targets,
          event.targets.map(({ type }) => type),
        )
      )
    })
    .sort((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at))
}
