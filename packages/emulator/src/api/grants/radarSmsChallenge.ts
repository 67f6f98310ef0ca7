import { radarSmsChallengeGrantSchema } from '@latchkey/core/contract'
import { redeemCode } from '../../authentication/oneTimeCode.ts'
import type { Environment } from '../../environment.ts'
import type { SmsVerificationRecord } from '../../store/authenticationRecords.ts'
import type { UserRecord } from '../../store/records.ts'
import { plainError } from '../apiError.ts'
import { codeError } from './codeError.ts'
import { conclude } from './conclude.ts'
import type { Grant, GrantBody } from './grant.ts'
import { finishPending, resume } from './pendingAuthentication.ts'
import { visitorOf } from './visitor.ts'

type Type = 'urn:workos:oauth:grant-type:radar-sms-challenge:code'

/** The code that Radar sent by SMS, and the attempt that waits for it. */
export const radarSmsChallengeGrant: Grant<Type> = {
  schema: radarSmsChallengeGrantSchema,
  async run(environment, body) {
    const { pending, user, attempt } = resume(environment, body)
    const sent = verificationOf(environment, user, body)
    if (!sent) throw codeError('incorrect', user)
    const { smsVerifications } = environment.store
    const outcome = redeemCode(environment, smsVerifications, { sent, entered: body.code })
    if (outcome !== 'right') throw codeError(outcome, user)
    finishPending(environment, pending)
    return conclude(environment, {
      ...attempt,
      proof: { ...attempt.proof, radar: true },
      client_id: body.client_id,
      ...visitorOf(body),
    })
  },
}

/** Whoever had to give a number names it and its verification; the others got the SMS unasked. */
function verificationOf(
  { store }: Environment,
  user: UserRecord,
  { verification_id, phone_number }: GrantBody<Type>,
): SmsVerificationRecord | undefined {
  const latest = store.smsVerifications.filter(({ user_id }) => user_id === user.id).at(-1)
  const knowsNumber = store.suspicions.get(user.email.toLowerCase())?.phone_number !== null
  if (knowsNumber && verification_id === undefined) return latest
  if (verification_id === undefined) {
    throw plainError(400, 'verification_id_required', 'verification_id is required.')
  }
  if (phone_number === undefined) {
    throw plainError(400, 'phone_number_required', 'phone_number is required.')
  }
  const named = store.smsVerifications.get(verification_id)
  return named?.user_id === user.id && named.phone_number === phone_number ? named : undefined
}
