import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, openEnum, pagination, recorded, timestamp } from './primitives.ts'

/** An export; its `url` lives for ten minutes, and reading it again makes another. */
export const auditLogExportSchema = z.object({
  object: z.literal('audit_log_export'),
  id: z.string(),
  state: openEnum(['pending', 'ready', 'error', 'expired']),
  url: z.string().nullish(),
  ...recorded,
})
/** {@link auditLogExportSchema} as it travels. */
export type AuditLogExportWire = z.infer<typeof auditLogExportSchema>

/** What events of one action must look like. */
export const auditLogSchemaSchema = z.object({
  object: z.literal('audit_log_schema'),
  version: z.number().int(),
  actor: z.object({ metadata: z.record(z.string(), z.unknown()) }).optional(),
  targets: z.array(
    z.object({ type: z.string(), metadata: z.record(z.string(), z.unknown()).optional() }),
  ),
  metadata: z.record(z.string(), z.unknown()).optional(),
  created_at: timestamp,
})
/** {@link auditLogSchemaSchema} as it travels. */
export type AuditLogSchemaWire = z.infer<typeof auditLogSchemaSchema>

/** An action that may be logged. */
export const auditLogActionSchema = z.object({
  object: z.literal('audit_log_action'),
  name: z.string(),
  schema: auditLogSchemaSchema,
  ...recorded,
})
/** {@link auditLogActionSchema} as it travels. */
export type AuditLogActionWire = z.infer<typeof auditLogActionSchema>

/** How an organization keeps and streams its log. */
export const auditLogConfigurationSchema = z.object({
  organization_id: z.string(),
  retention_period_in_days: z.number().int(),
  state: openEnum(['active', 'inactive', 'disabled']),
  log_stream: z
    .object({
      id: z.string(),
      type: openEnum([
        'AzureSentinel',
        'Datadog',
        'GenericHttps',
        'GoogleCloudStorage',
        'S3',
        'Snowflake',
        'Splunk',
      ]),
      state: openEnum(['active', 'inactive', 'error', 'invalid']),
      last_synced_at: z.string().nullable(),
      created_at: timestamp,
    })
    .optional(),
})
/** {@link auditLogConfigurationSchema} as it travels. */
export type AuditLogConfigurationWire = z.infer<typeof auditLogConfigurationSchema>

/** How long an organization keeps its log. */
export const auditLogRetentionSchema = z.object({
  retention_period_in_days: z.number().int().nullable(),
})
/** {@link auditLogRetentionSchema} as it travels. */
export type AuditLogRetentionWire = z.infer<typeof auditLogRetentionSchema>

/** Audit logs. @see https://workos.com/docs/reference/audit-logs */
export const auditLogs = {
  createEvent: endpoint({
    method: 'POST',
    path: '/audit_logs/events',
    success: 200,
    idempotencyKey: true,
    body: z.object({
      organization_id: z.string(),
      event: z.object({
        action: z.string(),
        occurred_at: timestamp,
        actor: z.object({
          id: z.string(),
          type: z.string(),
          name: z.string().optional(),
          metadata: z.record(z.string(), z.unknown()).optional(),
        }),
        targets: z.array(
          z.object({
            id: z.string(),
            type: z.string(),
            name: z.string().optional(),
            metadata: z.record(z.string(), z.unknown()).optional(),
          }),
        ),
        context: z.object({ location: z.string(), user_agent: z.string().optional() }),
        metadata: z.record(z.string(), z.unknown()).optional(),
        version: z.number().int().optional(),
      }),
    }),
    result: z.object({ success: z.boolean() }),
  }),
  createExport: endpoint({
    method: 'POST',
    path: '/audit_logs/exports',
    success: 201,
    body: z.object({
      organization_id: z.string(),
      range_start: timestamp,
      range_end: timestamp,
      actions: z.array(z.string()).optional(),
      /** @deprecated by WorkOS. */
      actors: z.array(z.string()).optional(),
      actor_names: z.array(z.string()).optional(),
      actor_ids: z.array(z.string()).optional(),
      targets: z.array(z.string()).optional(),
    }),
    result: auditLogExportSchema,
  }),
  getExport: endpoint({
    method: 'GET',
    path: '/audit_logs/exports/{id}',
    success: 200,
    result: auditLogExportSchema,
  }),
  listActions: endpoint({
    method: 'GET',
    path: '/audit_logs/actions',
    success: 200,
    query: z.object(pagination),
    result: listOf(auditLogActionSchema),
  }),
  listSchemas: endpoint({
    method: 'GET',
    path: '/audit_logs/actions/{action_name}/schemas',
    success: 200,
    query: z.object(pagination),
    result: listOf(auditLogSchemaSchema),
  }),
  createSchema: endpoint({
    method: 'POST',
    path: '/audit_logs/actions/{action_name}/schemas',
    success: 201,
    idempotencyKey: true,
    body: z.object({
      actor: z.object({ metadata: z.record(z.string(), z.unknown()) }).optional(),
      targets: z
        .array(
          z.object({ type: z.string(), metadata: z.record(z.string(), z.unknown()).optional() }),
        )
        .min(1),
      metadata: z.record(z.string(), z.unknown()).optional(),
    }),
    result: auditLogSchemaSchema,
  }),
  getConfiguration: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/audit_log_configuration',
    success: 200,
    result: auditLogConfigurationSchema,
  }),
  getRetention: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/audit_logs_retention',
    success: 200,
    result: auditLogRetentionSchema,
  }),
  updateRetention: endpoint({
    method: 'PUT',
    path: '/organizations/{organization_id}/audit_logs_retention',
    success: 200,
    body: z.object({ retention_period_in_days: z.number().int() }),
    result: auditLogRetentionSchema,
  }),
}
