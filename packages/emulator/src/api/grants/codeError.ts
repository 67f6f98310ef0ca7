import type { CodeOutcome } from '../../authentication/oneTimeCode.ts'
import { type ApiError, plainError } from '../apiError.ts'

/** The error for a one-time code that was not right. */
export function codeError(
  outcome: Exclude<CodeOutcome, 'right'>,
  { email }: { email: string },
): ApiError {
  switch (outcome) {
    case 'incorrect':
      return plainError(400, 'invalid_one_time_code', `Invalid one-time code for '${email}'.`)
    case 'expired':
      return plainError(400, 'one_time_code_expired', `One-time code for '${email}' has expired.`)
    case 'previously-used':
      return plainError(
        400,
        'one_time_code_previously_used',
        `One-time code for '${email}' was used already.`,
      )
    case 'too-many-attempts':
      return plainError(
        400,
        'one_time_code_too_many_attempts',
        `Too many attempts with one-time codes for '${email}'.`,
      )
  }
}
