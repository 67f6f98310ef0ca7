import type { Environment } from '../environment.ts'
import type { AuditLogEventRecord } from '../store/resourceRecords.ts'

/** What is wrong with an event, and where. */
export type AuditEventProblem = { code: string; field: string }

const limits = { pairs: 50, key: 40, value: 500 }

/**
 * Holds an event against the schema of its action and version, where there is one, and its metadata
 * against the limits: 50 pairs, keys of 40 characters, values of 500.
 */
export function auditEventProblem(
  { store }: Environment,
  event: Omit<AuditLogEventRecord, 'id' | 'organization_id'>,
): AuditEventProblem | undefined {
  if (Number.isNaN(Date.parse(event.occurred_at))) {
    return { code: 'invalid_timestamp', field: 'occurred_at' }
  }
  const described: [string, Record<string, unknown> | undefined][] = [
    ['metadata', event.metadata],
    ['actor.metadata', event.actor.metadata],
    ...event.targets.map(
      ({ metadata }, index) => [`targets.${index}.metadata`, metadata] satisfies [string, unknown],
    ),
  ]
  for (const [field, metadata = {}] of described) {
    if (isTooBig(metadata)) return { code: 'metadata_limit_exceeded', field }
  }
  const versions = store.auditLogSchemas.filter(({ action }) => action === event.action)
  if (versions.length === 0) return undefined
  const schema = versions.find(({ version }) => version === event.version)
  if (!schema) return { code: 'unknown_version', field: 'version' }
  const types = schema.targets.map(({ type }) => type)
  const stray = event.targets.findIndex(({ type }) => !types.includes(type))
  return stray === -1 ? undefined : { code: 'unknown_target_type', field: `targets.${stray}.type` }
}

function isTooBig(metadata: Record<string, unknown>): boolean {
  const pairs = Object.entries(metadata)
  return (
    pairs.length > limits.pairs ||
    pairs.some(([key, value]) => key.length > limits.key || String(value).length > limits.value)
  )
}
