import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { ChallengeRecord, FactorRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomCode } from '../store/secret.ts'
import { sendSms } from './inbox.ts'
import { type CodeOutcome, checkCode, freshCode, maximumAttempts } from './oneTimeCode.ts'
import { type Authenticator, checkTotp } from './totp.ts'

/** A second factor to enrol. */
export type NewFactor =
  | ({ type: 'totp' } & Authenticator)
  | { type: 'sms'; phone_number: string }
  | { type: 'generic_otp' }

/** Enrols a second factor. */
export function enrollFactor(
  { store, clock }: Environment,
  options: {
    id?: string
    userId: string | null
    factor: NewFactor
    verified: boolean
    lastStep?: number
  },
): FactorRecord {
  const { userId, factor, verified, lastStep = 0 } = options
  const at = isoTime(clock.now())
  return store.factors.insert({
    id: options.id ?? newId('factor', clock.now()),
    user_id: userId,
    verified,
    created_at: at,
    updated_at: at,
    ...(factor.type === 'totp' ? { ...factor, last_step: lastStep } : factor),
  })
}

/** The factors that a user can be asked for: authenticators that have shown a right code. */
export const verifiedFactors = ({ store }: Environment, userId: string): FactorRecord[] =>
  store.factors.filter(
    ({ user_id, verified, type }) => user_id === userId && verified && type === 'totp',
  )

/** Deletes a factor and its challenges. */
export function deleteFactor({ store }: Environment, id: string): void {
  for (const challenge of store.challenges.filter((each) => each.authentication_factor_id === id)) {
    store.challenges.delete(challenge.id)
  }
  store.factors.delete(id)
}

/** Asks for a code. TOTP has it in the person's device; for the others one is made. */
export function challengeFactor(environment: Environment, factor: FactorRecord): ChallengeRecord {
  const { store, clock } = environment
  const code = factor.type === 'totp' ? null : randomCode()
  if (factor.type === 'sms' && code !== null) {
    sendSms(environment, { to: factor.phone_number, code })
  }
  return store.challenges.insert({
    id: newId('challenge', clock.now()),
    authentication_factor_id: factor.id,
    ...freshCode(clock, code),
  })
}

/** Answers a challenge with a code. A right one uses it up and confirms the factor. */
export function answerChallenge(
  environment: Environment,
  options: { challenge: ChallengeRecord; factor: FactorRecord; code: string },
): CodeOutcome {
  const { store, clock } = environment
  const { challenge, factor, code } = options
  const now = clock.now()
  const outcome =
    factor.type === 'totp'
      ? checkTotpAnswer(environment, { challenge, factor, code })
      : checkCode({ ...challenge, code: challenge.code ?? '' }, code, now)

  const updated_at = isoTime(now)
  if (outcome === 'incorrect' || (outcome === 'too-many-attempts' && !isSpent(challenge))) {
    store.challenges.update(challenge.id, { attempts: challenge.attempts + 1, updated_at })
  }
  if (outcome === 'right') {
    store.challenges.update(challenge.id, { used: true, updated_at })
    store.factors.update(factor.id, { verified: true, updated_at })
  }
  return outcome
}

/** Holds a code against an authenticator whose every time step counts once, in any challenge. */
export function answerAuthenticator(
  { store, clock }: Environment,
  factor: FactorRecord & { type: 'totp' },
  code: string,
): CodeOutcome {
  const outcome = checkTotp(factor.secret, { code, now: clock.now(), lastStep: factor.last_step })
  if (outcome.type === 'right') {
    const changes: Partial<FactorRecord> = { last_step: outcome.step }
    store.factors.update(factor.id, changes)
  }
  return outcome.type
}

/** What authenticators show beside the codes of this product. */
export function authenticatorFor(
  { store, clientId }: Environment,
  user: UserRecord,
  secret: string,
): Authenticator {
  const issuer = store.applications.get(clientId)?.name ?? 'Latchkey emulator'
  return { secret, issuer, account: user.email }
}

function checkTotpAnswer(
  environment: Environment,
  options: {
    challenge: ChallengeRecord
    factor: FactorRecord & { type: 'totp' }
    code: string
  },
): CodeOutcome {
  const { challenge, factor, code } = options
  if (challenge.used) return 'previously-used'
  if (Date.parse(challenge.expires_at) <= environment.clock.now()) return 'expired'
  if (isSpent(challenge)) return 'too-many-attempts'
  const outcome = answerAuthenticator(environment, factor, code)
  const last = challenge.attempts + 1 >= maximumAttempts
  return outcome === 'incorrect' && last ? 'too-many-attempts' : outcome
}

const isSpent = ({ attempts }: ChallengeRecord): boolean => attempts >= maximumAttempts
