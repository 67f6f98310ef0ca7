import type {
  AuthenticationChallengeWire,
  AuthenticationFactorWire,
  EnrolledFactorWire,
} from '@latchkey/core/contract'
import { totpQrCode, totpUri } from '../authentication/totp.ts'
import type { ChallengeRecord, FactorRecord } from '../store/authenticationRecords.ts'

/** A second factor as the API shows it: never its secret. */
export function presentFactor(factor: FactorRecord): AuthenticationFactorWire {
  const { id, type, user_id, created_at, updated_at } = factor
  return {
    object: 'authentication_factor',
    id,
    type,
    ...(user_id !== null && { user_id }),
    ...(factor.type === 'totp' && { totp: { issuer: factor.issuer, user: factor.account } }),
    ...(factor.type === 'sms' && { sms: { phone_number: factor.phone_number } }),
    created_at,
    updated_at,
  }
}

/** A second factor as its enrolment answers, with the secret and the QR code that set it up. */
export async function presentEnrolledFactor(factor: FactorRecord): Promise<EnrolledFactorWire> {
  const { totp: _, ...shown } = presentFactor(factor)
  if (factor.type !== 'totp') return shown
  const { issuer, account, secret } = factor
  const qr_code = await totpQrCode(factor)
  return { ...shown, totp: { issuer, user: account, secret, qr_code, uri: totpUri(factor) } }
}

/** A challenge as the API shows it; only those whose code goes by SMS or the product's own way have one. */
export function presentChallenge(challenge: ChallengeRecord): AuthenticationChallengeWire {
  const { code, attempts, used, ...shown } = challenge
  return { object: 'authentication_challenge', ...shown, ...(code !== null && { code }) }
}
