import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomCode } from '../store/secret.ts'
import { sendEmail } from './inbox.ts'
import { type CodeOutcome, checkCode, freshCode, maximumAttempts } from './oneTimeCode.ts'

/** Emails a fresh code to the user's address. The codes sent before stop working. */
export function sendEmailVerification(
  environment: Environment,
  user: UserRecord,
): EmailedCodeRecord {
  const { store, clock } = environment
  const code = randomCode()
  sendEmail(environment, {
    to: user.email,
    subject: `Your verification code is ${code}`,
    kind: 'email_verification',
    text: `Your code is ${code}. Enter it to verify your email address. It works for 10 minutes.`,
    code,
  })
  return store.emailVerifications.insert({
    id: newId('emailVerification', clock.now()),
    user_id: user.id,
    email: user.email,
    ...freshCode(clock, code),
  })
}

/** The latest code, as long as a user could verify with it. */
export function openEmailVerification(
  environment: Environment,
  user: UserRecord,
): EmailedCodeRecord | undefined {
  const latest = latestEmailVerification(environment, user)
  const open =
    latest &&
    !latest.used &&
    latest.attempts < maximumAttempts &&
    Date.parse(latest.expires_at) > environment.clock.now()
  return open ? latest : undefined
}

/** Checks a code and, when it is right, marks the address as verified. Each code works once. */
export function confirmEmailVerification(
  environment: Environment,
  options: { user: UserRecord; code: string },
): CodeOutcome {
  const { store, clock } = environment
  const { user, code } = options
  const latest = latestEmailVerification(environment, user)
  const outcome = checkCode(latest, code, clock.now())
  if (!latest) return outcome
  const updated_at = isoTime(clock.now())
  if (outcome === 'incorrect' || outcome === 'too-many-attempts') {
    store.emailVerifications.update(latest.id, { attempts: latest.attempts + 1, updated_at })
  }
  if (outcome === 'right') {
    store.emailVerifications.update(latest.id, { used: true, updated_at })
    store.users.update(user.id, { email_verified: true, updated_at })
  }
  return outcome
}

function latestEmailVerification(
  { store }: Environment,
  user: UserRecord,
): EmailedCodeRecord | undefined {
  return store.emailVerifications
    .filter(({ user_id, email }) => user_id === user.id && email === user.email)
    .at(-1)
}
