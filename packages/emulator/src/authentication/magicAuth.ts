import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomCode } from '../store/secret.ts'
import { sendEmail } from './inbox.ts'
import { type CodeOutcome, checkCode, freshCode } from './oneTimeCode.ts'

/** Emails a code to sign in with. Only the latest code of an address works. */
export function sendMagicAuth(environment: Environment, user: UserRecord): EmailedCodeRecord {
  const { store, clock } = environment
  const code = randomCode()
  sendEmail(environment, {
    to: user.email,
    subject: `Your sign-in code is ${code}`,
    kind: 'magic_auth',
    text: `Your code is ${code}. Enter it to sign in. It works once, for 10 minutes.`,
    code,
  })
  return store.magicAuths.insert({
    id: newId('magicAuth', clock.now()),
    user_id: user.id,
    email: user.email,
    ...freshCode(clock, code),
  })
}

/** Redeems a code, once. Whoever read the email owns the address, so it is verified with it. */
export function redeemMagicAuth(
  { store, clock }: Environment,
  options: { user: UserRecord; code: string },
): CodeOutcome {
  const { user, code } = options
  const sent = store.magicAuths.filter(
    ({ user_id, email }) => user_id === user.id && email === user.email,
  )
  const latest = sent.at(-1)
  const outcome = checkCode(latest, code, clock.now())
  if (!latest) return outcome
  const updated_at = isoTime(clock.now())
  if (outcome === 'incorrect' || outcome === 'too-many-attempts') {
    const spent = sent.some((earlier) => earlier.used && earlier.code === code)
    store.magicAuths.update(latest.id, { attempts: latest.attempts + 1, updated_at })
    return spent ? 'previously-used' : outcome
  }
  if (outcome === 'right') {
    store.magicAuths.update(latest.id, { used: true, updated_at })
    if (!user.email_verified) store.users.update(user.id, { email_verified: true, updated_at })
  }
  return outcome
}
