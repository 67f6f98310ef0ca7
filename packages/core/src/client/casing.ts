/** Records whose keys belong to the product or to its identity provider: never renamed. */
const FREE_FORM = ['metadata', 'custom_attributes', 'key_context', 'raw_attributes'] as const
const FREE_FORM_KEYS: ReadonlySet<string> = new Set([...FREE_FORM, ...FREE_FORM.map(toCamel)])

type CamelKey<Key extends string> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelKey<Tail>>}`
  : Key

/** A wire type with camelCase keys, all the way down; free-form records stay as they are. */
export type Camelized<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? Camelized<Item>[]
    : Value extends object
      ? string extends keyof Value
        ? Value
        : {
            [Key in keyof Value as Key extends string ? CamelKey<Key> : Key]: Camelized<Value[Key]>
          }
      : Value

/** Renames the keys of a wire value to camelCase. */
export function camelize<Value>(value: Value): Camelized<Value> {
  return rename(value) as Camelized<Value>
}

function rename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rename)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      toCamel(key),
      FREE_FORM_KEYS.has(key) ? inner : rename(inner),
    ]),
  )
}

/** `created_at` becomes `createdAt`. */
export function toCamel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
