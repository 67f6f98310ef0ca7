import { totpGrantSchema } from '@latchkey/core/contract'
import { answerChallenge } from '../../authentication/factor.ts'
import { noteCode } from '../../authentication/noteCode.ts'
import { oauthError, plainError } from '../apiError.ts'
import { codeError } from './codeError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { finishPending, resume } from './pendingAuthentication.ts'
import { visitorOf } from './visitor.ts'

/** The code of a second factor, its challenge, and the attempt that waits for it. */
export const totpGrant: Grant<'urn:workos:oauth:grant-type:mfa-totp'> = {
  schema: totpGrantSchema,
  async run(environment, body) {
    const { store } = environment
    const { pending, user, attempt } = resume(environment, body)
    const challenge = store.challenges.get(body.authentication_challenge_id)
    const factor = challenge && store.factors.get(challenge.authentication_factor_id)
    if (!factor) {
      throw oauthError(
        'invalid_request',
        `Authentication challenge not found: '${body.authentication_challenge_id}'.`,
      )
    }
    if (factor.user_id !== user.id) {
      throw plainError(
        400,
        'user_mismatch',
        'The authentication challenge and the pending authentication are of different users.',
      )
    }
    const outcome = answerChallenge(environment, { challenge, factor, code: body.code })
    noteCode(environment, { type: 'mfa', visitor: visitorOf(body), user, outcome })
    if (outcome !== 'right') throw codeError(outcome, user)
    finishPending(environment, pending)
    return conclude(environment, {
      ...attempt,
      proof: { ...attempt.proof, mfa: true },
      client_id: body.client_id,
      ...visitorOf(body),
    })
  },
}
