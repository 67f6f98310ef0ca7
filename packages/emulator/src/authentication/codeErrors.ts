import type { CodeOutcome } from './oneTimeCode.ts'

/** WorkOS's code and message for a one-time code that was not right. */
export function codeErrorOf(
  outcome: Exclude<CodeOutcome, 'right'>,
  email: string,
): { code: string; message: string } {
  switch (outcome) {
    case 'incorrect':
      return {
        code: 'invalid_one_time_code',
        message: `Invalid one-time code for '${email}'.`,
      }
    case 'expired':
      return {
        code: 'one_time_code_expired',
        message: `One-time code for '${email}' has expired.`,
      }
    case 'previously-used':
      return {
        code: 'one_time_code_previously_used',
        message: `One-time code for '${email}' was used already.`,
      }
    case 'too-many-attempts':
      return {
        code: 'one_time_code_too_many_attempts',
        message: `Too many attempts with one-time codes for '${email}'.`,
      }
  }
}
