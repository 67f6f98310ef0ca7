import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { EmailVerificationRecord, UserRecord } from '../store/records.ts'
import { randomCode } from '../store/secret.ts'
import { sendEmail } from './inbox.ts'

const lifetime = 10 * 60 * 1000
const maximumAttempts = 5

/** Emails a fresh code to the user's address. The codes sent before stop working. */
export function sendEmailVerification(
  environment: Environment,
  user: UserRecord,
): EmailVerificationRecord {
  const { store, clock } = environment
  const now = clock.now()
  const earlier = store.emailVerifications.filter(
    ({ user_id, used }) => user_id === user.id && !used,
  )
  for (const { id } of earlier) store.emailVerifications.update(id, { used: true })

  const code = randomCode()
  sendEmail(environment, {
    to: user.email,
    subject: `Your verification code is ${code}`,
    kind: 'email_verification',
    text: `Your code is ${code}. Enter it to verify your email address. It works for 10 minutes.`,
    code,
  })
  return store.emailVerifications.insert({
    id: newId('emailVerification', now),
    user_id: user.id,
    email: user.email,
    code,
    attempts: 0,
    used: false,
    expires_at: isoTime(now + lifetime),
    created_at: isoTime(now),
    updated_at: isoTime(now),
  })
}

/** The code that a user could verify with now. */
export function openEmailVerification(
  { store, clock }: Environment,
  user: UserRecord,
): EmailVerificationRecord | undefined {
  return store.emailVerifications.find(
    ({ user_id, email, used, attempts, expires_at }) =>
      user_id === user.id &&
      email === user.email &&
      !used &&
      attempts < maximumAttempts &&
      Date.parse(expires_at) > clock.now(),
  )
}

/** What became of a code that somebody entered. */
export type EmailVerificationOutcome = 'verified' | 'incorrect' | 'expired' | 'too-many-attempts'

/** Checks a code and, when it is right, marks the address as verified. Each code works once. */
export function confirmEmailVerification(
  environment: Environment,
  options: { user: UserRecord; code: string },
): EmailVerificationOutcome {
  const { store, clock } = environment
  const { user, code } = options
  const open = store.emailVerifications.filter(({ user_id, used }) => user_id === user.id && !used)
  const verification = open.at(-1)
  if (!verification || Date.parse(verification.expires_at) <= clock.now()) return 'expired'
  if (verification.attempts >= maximumAttempts) return 'too-many-attempts'
  const updated_at = isoTime(clock.now())
  if (verification.code !== code || verification.email !== user.email) {
    const attempts = verification.attempts + 1
    store.emailVerifications.update(verification.id, { attempts, updated_at })
    return attempts >= maximumAttempts ? 'too-many-attempts' : 'incorrect'
  }
  store.emailVerifications.update(verification.id, { used: true, updated_at })
  store.users.update(user.id, { email_verified: true, updated_at })
  return 'verified'
}
