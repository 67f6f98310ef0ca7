import { codeErrorOf } from '../../authentication/codeErrors.ts'
import type { CodeOutcome } from '../../authentication/oneTimeCode.ts'
import { type ApiError, plainError } from '../apiError.ts'

/** The error for a one-time code that was not right. */
export function codeError(
  outcome: Exclude<CodeOutcome, 'right'>,
  { email }: { email: string },
): ApiError {
  const { code, message } = codeErrorOf(outcome, email)
  return plainError(400, code, message)
}
