import type { z } from 'zod'
import { camelize, toCamel } from './casing.ts'

/** A schema with nothing wrapped around it. */
type Plain = Exclude<
  z.core.$ZodTypes,
  | z.core.$ZodOptional
  | z.core.$ZodNullable
  | z.core.$ZodDefault
  | z.core.$ZodUnion
  | z.core.$ZodIntersection
  | z.core.$ZodPipe
>

/** Renames the keys of what the wire brought, by its schema; records keep the product's own keys. */
export function fromWire(schema: z.ZodType, value: unknown): unknown {
  return rename(value, plain(schema), ({ fields, open }) =>
    renamer((key) => [toCamel(key), fields.get(key)], open ? camelize : undefined),
  )
}

/** Renames the keys of camelCase input to those of the schema; what the schema lacks is left out. */
export function toWire(schema: z.ZodType, input: unknown): unknown {
  return rename(input, plain(schema), ({ fields }) => {
    const names = new Map([...fields.keys()].map((name) => [toCamel(name), name]))
    return renamer((key) => {
      const name = names.get(key)
      return name === undefined ? undefined : [name, fields.get(name)]
    })
  })
}

/** What objects of a schema hold. */
interface Shape {
  readonly fields: ReadonlyMap<string, readonly Plain[]>
  /** Whether fields that are not listed pass. */
  readonly open: boolean
}

type Entry = readonly [key: string, value: unknown, schemas: readonly Plain[] | undefined]
type Renamer = (key: string, value: unknown) => Entry | undefined

function renamer(
  nameOf: (key: string) => readonly [string, readonly Plain[] | undefined] | undefined,
  others?: (value: unknown) => unknown,
): Renamer {
  return (key, value) => {
    const found = nameOf(key)
    if (!found) return undefined
    const [name, schemas] = found
    return schemas || !others ? [name, value, schemas] : [name, others(value), undefined]
  }
}

function rename(
  value: unknown,
  schemas: readonly Plain[],
  renamerOf: (shape: Shape) => Renamer,
): unknown {
  if (Array.isArray(value)) {
    const items = schemas.flatMap(({ _zod: { def } }) =>
      def.type === 'array' ? plain(def.element) : [],
    )
    return value.map((item) => rename(item, items, renamerOf))
  }
  const isObject = schemas.some(({ _zod: { def } }) => def.type === 'object')
  if (typeof value !== 'object' || value === null || !isObject) return value
  const entryOf = renamerOf(shapeOf(schemas))
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const entry = entryOf(key, inner)
      if (!entry) return []
      const [name, renamed, inside] = entry
      return [[name, inside ? rename(renamed, inside, renamerOf) : renamed]]
    }),
  )
}

function shapeOf(schemas: readonly Plain[]): Shape {
  const fields = new Map<string, Plain[]>()
  let open = false
  for (const { _zod } of schemas) {
    const { def } = _zod
    if (def.type !== 'object') continue
    open ||= def.catchall !== undefined && def.catchall._zod.def.type !== 'never'
    for (const [name, field] of Object.entries(def.shape)) {
      fields.set(name, [...(fields.get(name) ?? []), ...plain(field)])
    }
  }
  return { fields, open }
}

/** Every schema that a value may be meant by, with unions, intersections and wrappers taken apart. */
export function plain(schema: z.core.$ZodType): Plain[] {
  const known = schema as z.core.$ZodTypes
  const { def } = known._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return plain(def.innerType)
    case 'union':
      return def.options.flatMap(plain)
    case 'intersection':
      return [...plain(def.left), ...plain(def.right)]
    case 'pipe':
      return plain(def.in)
    default:
      return [known as Plain]
  }
}
