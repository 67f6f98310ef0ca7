import type { z } from 'zod'

/**
 * Reads a query string into the shape of a schema before it validates: numbers become numbers,
 * `true` and `false` booleans, and lists are read from `a=1,2`, `a=1&a=2` and `a[]=1&a[]=2`.
 */
export function readQuery(
  schema: z.ZodObject,
  parameters: URLSearchParams,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, field]) => {
      const values = [...parameters.getAll(name), ...parameters.getAll(`${name}[]`)]
      const [first] = values
      if (first === undefined) return []
      return [[name, readValues(typeOf(field), first, values)]]
    }),
  )
}

function readValues(type: string, first: string, values: string[]): unknown {
  if (type === 'array') return values.flatMap((value) => value.split(',')).filter(Boolean)
  if (type === 'boolean' && (first === 'true' || first === 'false')) return first === 'true'
  if (type === 'number') return first.trim() === '' ? first : Number(first)
  return first
}

/** What a field is, beneath `optional`. */
function typeOf(field: z.core.$ZodType): string {
  const { def } = field._zod
  const inner = 'innerType' in def ? (def.innerType as z.core.$ZodType) : undefined
  return inner ? typeOf(inner) : def.type
}
