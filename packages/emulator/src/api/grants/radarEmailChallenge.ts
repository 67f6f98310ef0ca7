import { radarEmailChallengeGrantSchema } from '@latchkey/core/contract'
import { redeemCode } from '../../authentication/oneTimeCode.ts'
import { plainError } from '../apiError.ts'
import { codeError } from './codeError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { finishPending, resume } from './pendingAuthentication.ts'
import { visitorOf } from './visitor.ts'

/** The code that Radar sent by email, and the attempt that waits for it. */
export const radarEmailChallengeGrant: Grant<'urn:workos:oauth:grant-type:radar-email-challenge:code'> =
  {
    schema: radarEmailChallengeGrantSchema,
    async run(environment, body) {
      const { pending, user, attempt } = resume(environment, body)
      const { radarChallenges } = environment.store
      const sent = radarChallenges.get(body.radar_challenge_id)
      if (!sent) throw codeError('incorrect', user)
      if (sent.user_id !== user.id) {
        throw plainError(400, 'user_mismatch', 'The Radar challenge is of another user.')
      }
      const outcome = redeemCode(environment, radarChallenges, { sent, entered: body.code })
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
