import type { CodeOutcome } from '../authentication/oneTimeCode.ts'

/** What is said of an emailed code that was not right. */
export const codeProblems: Record<Exclude<CodeOutcome, 'right'>, string> = {
  incorrect: 'That code is not right. Check the email and try again.',
  expired: 'That code has expired. Send a new one.',
  'previously-used': 'That code was used already. Send a new one.',
  'too-many-attempts': 'Too many wrong codes. Send a new one.',
}
