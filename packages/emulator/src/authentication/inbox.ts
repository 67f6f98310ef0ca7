import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { EmailRecord } from '../store/records.ts'

/** Delivers an email to the inbox, which is as far as the emulator's emails go. */
export function sendEmail(
  { store, clock }: Environment,
  email: Omit<EmailRecord, 'id' | 'created_at'>,
): void {
  const now = clock.now()
  store.emails.insert({ id: newId('email', now), ...email, created_at: isoTime(now) })
}

/** Delivers an SMS with a code to the inbox. */
export function sendSms(
  environment: Environment,
  { to, code }: { to: string; code: string },
): void {
  sendEmail(environment, {
    to,
    subject: `Your code is ${code}`,
    kind: 'sms',
    text: `Your code is ${code}. It works once, for 10 minutes.`,
    code,
  })
}

/** Every email, newest first. */
export function listEmails({ store }: Environment): EmailRecord[] {
  return store.emails.all().toReversed()
}

/** The newest email to an address. */
export function latestEmail(environment: Environment, address: string): EmailRecord | undefined {
  const wanted = address.trim().toLowerCase()
  return listEmails(environment).find(({ to }) => to.toLowerCase() === wanted)
}
