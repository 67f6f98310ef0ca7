import * as z from 'zod'

/** ISO 8601 with milliseconds, UTC, e.g. `2026-11-20T16:50:44.000Z`. */
export const timestamp = z.string()

/** Free-form string pairs; keys are the product's own and are never renamed. */
export const metadata = z.record(z.string(), z.string())

/** A set of known strings that WorkOS may extend: an unknown value passes instead of failing. */
export function openEnum<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.union([z.enum(values), z.string() as z.ZodType<string & {}, string & {}>])
}

/** Fields that every stored object carries. */
export const recorded = { created_at: timestamp, updated_at: timestamp }

/** Query of a paginated list: `limit` 1–100 (WorkOS defaults to 10), cursors are object ids. */
export const pagination = {
  limit: z.number().int().min(1).max(100).optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  order: z.enum(['asc', 'desc', 'normal']).optional(),
}

/** One page of objects and the cursors of its neighbours. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    object: z.literal('list'),
    data: z.array(item),
    list_metadata: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  })
}

/** An answer whose body means nothing. */
export const nothing = z.unknown().transform(() => undefined)
