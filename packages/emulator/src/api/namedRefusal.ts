import type * as z from 'zod'
import { type ApiError, plainError } from './apiError.ts'

/**
 * The refusal that WorkOS has a name for, where the contract alone would only call the parameters
 * invalid.
 */
export function namedRefusal(
  body: unknown,
  issues: readonly z.core.$ZodIssue[],
): ApiError | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if ('password' in body && 'password_hash' in body) {
    return plainError(
      400,
      'password_and_password_hash_provided',
      'Send either password or password_hash.',
    )
  }
  const wrong = issues.find(({ path }) => path[0] === 'metadata')
  if (!wrong) return undefined
  const [, key] = wrong.path
  const where = key === undefined ? '' : ` at '${String(key)}'`
  return plainError(400, 'invalid_metadata', `The metadata is not valid${where}.`)
}
