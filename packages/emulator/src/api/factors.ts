import { mfa } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import {
  answerChallenge,
  challengeFactor,
  deleteFactor,
  enrollFactor,
  type NewFactor,
} from '../authentication/factor.ts'
import { newTotpSecret } from '../authentication/totp.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { FactorRecord } from '../store/authenticationRecords.ts'
import { invalidParametersError, plainError } from './apiError.ts'
import { presentChallenge, presentEnrolledFactor, presentFactor } from './presentFactor.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Second factors and their challenges, whether they belong to a user of AuthKit or not. */
export function serveFactors(app: Hono<AppEnv>): void {
  serve(app, mfa.enrollFactor, ({ environment, body }) => {
    const factor = enrollFactor(environment, {
      userId: body.user_id ?? null,
      factor: newFactor(body),
      verified: false,
    })
    return presentEnrolledFactor(factor)
  })

  serve(app, mfa.getFactor, ({ environment, params }) =>
    presentFactor(requireFactor(environment, params.id)),
  )

  serve(app, mfa.deleteFactor, ({ environment, params }) => {
    deleteFactor(environment, requireFactor(environment, params.id).id)
  })

  serve(app, mfa.challengeFactor, ({ environment, params }) =>
    presentChallenge(challengeFactor(environment, requireFactor(environment, params.id))),
  )

  serve(app, mfa.verifyChallenge, ({ environment, params, body }) => {
    const { challenges } = environment.store
    const challenge = requireRecord(challenges, { kind: 'Challenge', id: params.id })
    const factor = requireFactor(environment, challenge.authentication_factor_id)
    const outcome = answerChallenge(environment, { challenge, factor, code: body.code })
    if (outcome === 'too-many-attempts') {
      throw plainError(400, 'one_time_code_too_many_attempts', 'Request could not be processed.')
    }
    const current = requireRecord(challenges, { kind: 'Challenge', id: challenge.id })
    return { challenge: presentChallenge(current), valid: outcome === 'right' }
  })
}

function newFactor(body: {
  type: NewFactor['type']
  phone_number?: string | undefined
  totp_issuer?: string | undefined
  totp_user?: string | undefined
}): NewFactor {
  const { type, phone_number, totp_issuer, totp_user } = body
  switch (type) {
    case 'totp':
      return {
        type,
        issuer: required('totp_issuer', totp_issuer),
        account: required('totp_user', totp_user),
        secret: newTotpSecret(),
      }
    case 'sms':
      return { type, phone_number: required('phone_number', phone_number) }
    case 'generic_otp':
      return { type }
  }
}

function required(field: string, value: string | undefined): string {
  if (value) return value
  throw invalidParametersError([{ field, message: `${field} must be a string` }])
}

const requireFactor = ({ store }: Environment, id: string): FactorRecord =>
  requireRecord(store.factors, { kind: 'Authentication factor', id })
