import type { AuditLogEventRecord } from '../store/resourceRecords.ts'

const columns: Record<string, (event: AuditLogEventRecord) => unknown> = {
  id: ({ id }) => id,
  action: ({ action }) => action,
  occurred_at: ({ occurred_at }) => occurred_at,
  version: ({ version }) => version,
  actor_id: ({ actor }) => actor.id,
  actor_type: ({ actor }) => actor.type,
  actor_name: ({ actor }) => actor.name,
  actor_metadata: ({ actor }) => actor.metadata,
  targets: ({ targets }) => targets,
  context_location: ({ context }) => context.location,
  context_user_agent: ({ context }) => context.user_agent,
  metadata: ({ metadata }) => metadata,
}

/** Audit log events as CSV (RFC 4180), with a header line; what is nested is JSON. */
export function toCsv(events: readonly AuditLogEventRecord[]): string {
  const lines = [
    Object.keys(columns),
    ...events.map((event) => Object.values(columns).map((read) => cell(read(event)))),
  ]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
