import type * as z from 'zod'
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
  return rename(value, plain(schema), ({ fields }) => (key, inner) => {
    const schemas = fields.get(key)
    // What the schema does not list is WorkOS's own, and is renamed by the names it uses elsewhere.
    return schemas ? [[toCamel(key), inner, schemas]] : Object.entries(camelize({ [key]: inner }))
  })
}

/** Renames the keys of camelCase input to those of the schema; what the schema lacks is left out. */
export function toWire(schema: z.ZodType, input: unknown): unknown {
  return rename(input, plain(schema), ({ fields }) => {
    const names = new Map([...fields.keys()].map((name) => [toCamel(name), name]))
    return (key, inner) => {
      const name = names.get(key)
      return name === undefined ? [] : [[name, inner, fields.get(name)]]
    }
  })
}

/** What objects of a schema hold. */
interface Shape {
  readonly fields: ReadonlyMap<string, readonly Plain[]>
}

/** A renamed field, and what its value is meant by where that is still to be renamed. */
type Field = readonly [name: string, value: unknown, schemas?: readonly Plain[] | undefined]

function rename(
  value: unknown,
  schemas: readonly Plain[],
  renamerOf: (shape: Shape) => (key: string, value: unknown) => readonly Field[],
): unknown {
  if (Array.isArray(value)) {
    const items = schemas.flatMap(({ _zod: { def } }) =>
      def.type === 'array' ? plain(def.element) : [],
    )
    return value.map((item) => rename(item, items, renamerOf))
  }
  const isObject = schemas.some(({ _zod: { def } }) => def.type === 'object')
  if (typeof value !== 'object' || value === null || !isObject) return value
  const renamed = renamerOf(shapeOf(schemas))
  return Object.fromEntries(
    Object.entries(value)
      .flatMap(([key, inner]) => renamed(key, inner))
      .map(([name, inner, inside]) => [name, inside ? rename(inner, inside, renamerOf) : inner]),
  )
}

function shapeOf(schemas: readonly Plain[]): Shape {
  const fields = new Map<string, Plain[]>()
  for (const { _zod } of schemas) {
    if (_zod.def.type !== 'object') continue
    for (const [name, field] of Object.entries(_zod.def.shape)) {
      fields.set(name, [...(fields.get(name) ?? []), ...plain(field)])
    }
  }
  return { fields }
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
