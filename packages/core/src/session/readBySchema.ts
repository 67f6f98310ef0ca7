import type { ClaimsSchema } from './customClaims.ts'

/** What a schema does not take: where in the value, e.g. `team.size`, and why. */
export interface SchemaIssue {
  readonly path: string
  readonly message: string
}

/** A value as its schema reads it, or what is wrong with it. */
export type SchemaReading<Output = unknown> =
  | { readonly kind: 'valid'; readonly value: Output }
  | { readonly kind: 'invalid'; readonly issues: readonly SchemaIssue[] }

/**
 * Reads a value by a Standard Schema. What the schema throws is thrown.
 *
 * @example
 * ```ts
 * import { readBySchema } from '@latchkey/core'
 * import * as z from 'zod'
 *
 * const reading = await readBySchema(z.object({ plan: z.string() }), { plan: 'pro' })
 * if (reading.kind === 'valid') console.info(reading.value.plan)
 * ```
 */
export async function readBySchema<Output>(
  schema: ClaimsSchema<Output>,
  value: unknown,
): Promise<SchemaReading<Output>> {
  const result = await schema['~standard'].validate(value)
  if (result.issues === undefined) return { kind: 'valid', value: result.value }
  const issues = result.issues.map(({ path = [], message }) => ({
    path: path.map(keyOf).join('.'),
    message,
  }))
  return { kind: 'invalid', issues }
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment)
}
