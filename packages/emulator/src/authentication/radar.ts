import type { Environment } from '../environment.ts'
import { recordEvent } from '../events/recordEvent.ts'
import type {
  AuthenticationMethod,
  EmailedCodeRecord,
  Proof,
  SmsVerificationRecord,
  SuspicionRecord,
} from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomCode } from '../store/secret.ts'
import { sendEmail, sendSms } from './inbox.ts'
import type { Visitor } from './noteAttempt.ts'
import { freshCode } from './oneTimeCode.ts'

/** The emulator detects nothing by itself: Radar suspects the addresses that it was told to. */
export function suspicionOf(
  { store }: Environment,
  { user, proof }: { user: UserRecord; proof: Proof },
): SuspicionRecord | undefined {
  const watched = proof.method === 'Password' || proof.method === 'MagicAuth'
  return watched && !proof.radar ? store.suspicions.get(user.email.toLowerCase()) : undefined
}

/** Tells the event log that a sign-in looks dangerous. */
export function noteRisk(
  environment: Environment,
  risk: { user: UserRecord; method: AuthenticationMethod; visitor: Visitor },
): void {
  const { user, method, visitor } = risk
  recordEvent(environment, {
    event: 'authentication.radar_risk_detected',
    data: {
      auth_method: method,
      action: 'login',
      control: 'unrecognized_device',
      blocklist_type: null,
      ip_address: visitor.ip_address,
      user_agent: visitor.user_agent,
      user_id: user.id,
      email: user.email,
    },
  })
}

/** Emails Radar's code. */
export function sendRadarEmail(environment: Environment, user: UserRecord): EmailedCodeRecord {
  const { store, clock } = environment
  const code = randomCode()
  sendEmail(environment, {
    to: user.email,
    subject: `Confirm that it is you: ${code}`,
    kind: 'radar_challenge',
    text: `Your code is ${code}. Enter it if it is you who signs in. It works for 10 minutes.`,
    code,
  })
  return store.radarChallenges.insert({
    id: newId('radarChallenge', clock.now()),
    email: user.email,
    user_id: user.id,
    ...freshCode(clock, code),
  })
}

/** Sends Radar's code by SMS. */
export function sendRadarSms(
  environment: Environment,
  { user, phoneNumber }: { user: UserRecord; phoneNumber: string },
): SmsVerificationRecord {
  const { store, clock } = environment
  const code = randomCode()
  sendSms(environment, { to: phoneNumber, code })
  return store.smsVerifications.insert({
    id: newId('smsVerification', clock.now()),
    phone_number: phoneNumber,
    user_id: user.id,
    ...freshCode(clock, code),
  })
}
