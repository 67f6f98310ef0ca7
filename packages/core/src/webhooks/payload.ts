import type * as z from 'zod'
import { PayloadError } from '../errors.ts'
import type { Payload } from './signature.ts'

/** Reads a verified payload as JSON. */
export function parseJson(payload: Payload): unknown {
  const text = typeof payload === 'string' ? payload : new TextDecoder().decode(payload)
  try {
    return JSON.parse(text)
  } catch {
    throw new PayloadError('(body)', {
      message: 'The payload is signed but is not JSON.',
      fix: 'Check that nothing in front of this endpoint changes bodies.',
    })
  }
}

/**
 * Reads a value by its schema.
 *
 * @throws {PayloadError} naming the first field that is missing or wrong.
 */
export function parseShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') || '(body)'
  throw new PayloadError(path, {
    message: `The payload is signed but has no valid \`${path}\`.`,
    fix: 'Update @latchkey/core; if it is the newest, report this with the name of the event.',
  })
}
