import { emailVerificationGrantSchema } from '@latchkey/core/contract'
import { confirmEmailVerification } from '../../authentication/emailVerification.ts'
import { noteCode } from '../../authentication/noteCode.ts'
import { codeError } from './codeError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { finishPending, resume } from './pendingAuthentication.ts'
import { visitorOf } from './visitor.ts'

/** The code that proves an address, and the attempt that waits for it. */
export const emailVerificationGrant: Grant<'urn:workos:oauth:grant-type:email-verification:code'> =
  {
    schema: emailVerificationGrantSchema,
    async run(environment, body) {
      const { pending, user, attempt } = resume(environment, body)
      const outcome = confirmEmailVerification(environment, { user, code: body.code })
      noteCode(environment, { type: 'email_verification', visitor: visitorOf(body), user, outcome })
      if (outcome !== 'right') throw codeError(outcome, user)
      finishPending(environment, pending)
      return conclude(environment, {
        ...attempt,
        client_id: body.client_id,
        ...visitorOf(body),
      })
    },
  }
