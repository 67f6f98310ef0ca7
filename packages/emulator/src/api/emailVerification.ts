import { type EmailVerificationWire, emailVerification } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import {
  confirmEmailVerification,
  sendEmailVerification,
} from '../authentication/emailVerification.ts'
import type { CodeOutcome } from '../authentication/oneTimeCode.ts'
import { presentUser } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { plainError } from './apiError.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

const refusals: Record<Exclude<CodeOutcome, 'right'>, string> = {
  incorrect: 'email_verification_code_incorrect',
  expired: 'email_verification_code_expired',
  'previously-used': 'email_verification_code_previously_used',
  'too-many-attempts': 'email_verification_code_incorrect',
}

/** Verification of addresses: send a code, confirm it, and read it. */
export function serveEmailVerification(app: Hono<AppEnv>): void {
  serve(app, emailVerification.send, ({ environment, params }) => {
    const user = requireUser(environment, params.user_id)
    if (user.email_verified) throw refused('email_already_verified')
    sendEmailVerification(environment, user)
    return { user: presentUser(user) }
  })

  serve(app, emailVerification.confirm, ({ environment, params, body }) => {
    const user = requireUser(environment, params.user_id)
    const outcome = confirmEmailVerification(environment, { user, code: body.code })
    if (outcome !== 'right') {
      const previously = user.email_verified && outcome !== 'previously-used'
      throw refused(previously ? 'email_previously_verified' : refusals[outcome])
    }
    return { user: presentUser(requireUser(environment, user.id)) }
  })

  serve(app, emailVerification.get, ({ environment, params }) =>
    present(
      requireRecord(environment.store.emailVerifications, {
        kind: 'Email verification',
        id: params.id,
      }),
    ),
  )
}

const present = ({ attempts, used, ...shown }: EmailedCodeRecord): EmailVerificationWire => ({
  object: 'email_verification',
  ...shown,
})

const refused = (code: string) => plainError(400, code, 'Request could not be processed.')
