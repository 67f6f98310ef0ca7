import {
  type AuditLogActionWire,
  type AuditLogSchemaWire,
  auditLogs,
} from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { AuditLogSchemaRecord } from '../store/resourceRecords.ts'
import { notFoundError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { serve } from './serve.ts'

/** Actions that may be logged, and the versions of their schemas. */
export function serveAuditLogSchemas(app: Hono<AppEnv>): void {
  serve(app, auditLogs.createSchema, ({ environment, params, body }) => {
    const { store, clock } = environment
    const versions = store.auditLogSchemas.filter(({ action }) => action === params.action_name)
    return presentSchema(
      store.auditLogSchemas.insert({
        id: newId('auditLogSchema', clock.now()),
        action: params.action_name,
        version: versions.length + 1,
        actor: body.actor ?? null,
        targets: body.targets,
        metadata: body.metadata ?? null,
        created_at: isoTime(clock.now()),
      }),
    )
  })

  serve(app, auditLogs.listSchemas, ({ environment, params, query }) => {
    const versions = environment.store.auditLogSchemas.filter(
      ({ action }) => action === params.action_name,
    )
    if (versions.length === 0) throw notFoundError('Audit Log Action', params.action_name)
    return listPage(versions, query, presentSchema)
  })

  serve(app, auditLogs.listActions, ({ environment, query }) => {
    const latest = new Map<string, AuditLogSchemaRecord>()
    for (const schema of environment.store.auditLogSchemas.all()) latest.set(schema.action, schema)
    const actions = [...latest.values()].map((schema) => ({ ...schema, id: schema.action }))
    return listPage(actions, query, (schema) => {
      const first = environment.store.auditLogSchemas.find(({ action }) => action === schema.action)
      return presentAction(schema, first ?? schema)
    })
  })
}

const presentSchema = ({
  id,
  action,
  actor,
  metadata,
  ...schema
}: AuditLogSchemaRecord): AuditLogSchemaWire => ({
  object: 'audit_log_schema',
  ...schema,
  ...(actor && { actor }),
  ...(metadata && { metadata }),
})

const presentAction = (
  latest: AuditLogSchemaRecord,
  first: AuditLogSchemaRecord,
): AuditLogActionWire => ({
  object: 'audit_log_action',
  name: latest.action,
  schema: presentSchema(latest),
  created_at: first.created_at,
  updated_at: latest.created_at,
})
