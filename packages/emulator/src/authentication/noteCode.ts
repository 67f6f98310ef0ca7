import type { Environment } from '../environment.ts'
import type { UserRecord } from '../store/records.ts'
import { codeErrorOf } from './codeErrors.ts'
import { type Attempted, noteFailure, noteSuccess } from './noteAttempt.ts'
import type { CodeOutcome } from './oneTimeCode.ts'

/** Tells the event log what came of a one-time code. */
export function noteCode(
  environment: Environment,
  attempt: Attempted & { user: UserRecord; outcome: CodeOutcome },
): void {
  const { outcome, user } = attempt
  if (outcome === 'right') {
    noteSuccess(environment, attempt)
    return
  }
  const error = codeErrorOf(outcome, user.email)
  noteFailure(environment, { ...attempt, email: user.email, error })
}
