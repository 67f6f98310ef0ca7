import type { z } from 'zod'
import { invalidParametersError } from '../api/apiError.ts'

/** Reads a value by its schema; 422 with what is wrong when it does not fit. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidParametersError(
    result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  )
}
