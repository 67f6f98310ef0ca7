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
  const password = passwordRefusal(body)
  if (password) return password
  const wrong = issues.find(({ path }) => path[0] === 'metadata')
  if (!wrong) return undefined
  const [, key] = wrong.path
  const where = key === undefined ? '' : ` at '${String(key)}'`
  return plainError(400, 'invalid_metadata', `The metadata is not valid${where}.`)
}

/** A password is given in the clear, or as a hash with its type and what belongs to it. */
function passwordRefusal(body: object): ApiError | undefined {
  const refused = (code: string, message: string) => plainError(400, code, message)
  if ('password' in body && 'password_hash' in body) {
    return refused('password_and_password_hash_provided', 'Send either password or password_hash.')
  }
  if ('password' in body && 'password_hash_type' in body) {
    return refused(
      'password_and_password_hash_type_provided',
      'A password_hash_type belongs to a password_hash.',
    )
  }
  if ('password_salt_position' in body && !('password_hash' in body)) {
    return refused(
      'password_salt_position_requires_password_hash',
      'A password_salt_position belongs to a password_hash.',
    )
  }
  return undefined
}
