import * as z from 'zod'

/** ISO 8601 with milliseconds, UTC, e.g. `2026-11-20T16:50:44.000Z`. */
export const timestamp = z.string()

/** Free-form string pairs; keys are the product's own and are never renamed. */
export const metadata = z.record(z.string(), z.string())

/** A change of {@link metadata}: what is given is merged in, and `null` removes a key. */
export const metadataPatch = z.record(z.string(), z.string().max(600).nullable())

/** The product's own id of an object, ASCII; unique among objects of its kind. */
export const externalId = z.string().max(128)

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

/** One page of a list that is read in one direction only. */
export function forwardListOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    object: z.literal('list'),
    data: z.array(item),
    list_metadata: z.object({ after: z.string().nullable() }),
  })
}

/** A list that always comes whole. */
export function wholeListOf<Item extends z.ZodType>(item: Item) {
  return z.object({ object: z.literal('list'), data: z.array(item) })
}

type Fields = z.core.$ZodLooseShape

type KeyOfAny<Choice> = Choice extends Fields ? keyof Choice : never

type Exclusive<Choice, Keys extends PropertyKey> = Choice extends Fields
  ? z.ZodObject<Choice & { [Key in Exclude<Keys, keyof Choice>]: z.ZodOptional<z.ZodNever> }>
  : never

/** Groups of fields that exclude each other: all of one group may be given, and none of another. */
export function eitherOf<const Choices extends readonly Fields[]>(...choices: Choices) {
  const none = Object.fromEntries(
    choices.flatMap(Object.keys).map((name) => [name, z.never().optional()]),
  )
  return z.union(
    choices.map((choice) => z.object({ ...none, ...choice })),
  ) as z.ZodType as z.ZodUnion<readonly Exclusive<Choices[number], KeyOfAny<Choices[number]>>[]>
}

/** An answer whose body means nothing. */
export const nothing = z.unknown().transform(() => undefined)
