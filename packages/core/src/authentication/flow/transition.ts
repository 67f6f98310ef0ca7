import { afterOutcome } from './afterOutcome.ts'
import { afterSubmission } from './afterSubmission.ts'
import {
  ask,
  authenticate,
  authenticateByPassword,
  type FlowDecision,
  type FlowEvent,
  run,
  sendMagicCode,
} from './flowDecision.ts'
import { type FlowState, moveTo } from './flowState.ts'

/**
 * The whole flow as a pure function. The only way to `signed-in` is an outcome `authenticated` of
 * WorkOS; whatever else happens asks for a step, keeps the state, or starts over.
 */
export function transition(state: FlowState, event: FlowEvent): FlowDecision {
  const { at } = state
  switch (event.type) {
    case 'submitted':
      return afterSubmission(state, event.submission)
    case 'outcome':
      return afterOutcome(state, event.outcome)
    case 'refused':
      return ask(state, event.problem)
    case 'magic-code-sent':
      return ask(
        moveTo(state, { name: 'magic-code', radarAuthAttemptId: event.radarAuthAttemptId }),
      )
    case 'user-created':
      return event.password === undefined
        ? run(state, sendMagicCode(state))
        : run(state, authenticateByPassword(state, event.password, event.radarAuthAttemptId))
    case 'password-reset-sent':
      return ask(moveTo(state, { name: 'password-reset-sent' }))
    case 'password-changed': {
      const known = { ...moveTo(state, { name: 'credential' }), email: event.email }
      return run(known, authenticateByPassword(known, event.password))
    }
    case 'email-verification-sent':
      return ask(state)
    case 'factor-enrolled': {
      if (at.name !== 'mfa-enrollment') return ask(state)
      const { factorId, challengeId, totp, qrCode } = event
      return { ...ask(moveTo(state, { ...at, factorId, challengeId, totp })), qrCode }
    }
    case 'factor-challenged': {
      if (at.name !== 'mfa-enrollment' && at.name !== 'mfa-challenge') return ask(state)
      const { challengeId, code } = event
      const challenged = moveTo(state, { ...at, challengeId })
      if (code === undefined) return ask(challenged)
      const { pendingToken } = at
      return run(challenged, authenticate({ kind: 'totp', code, pendingToken, challengeId }))
    }
    case 'radar-sms-sent': {
      if (at.name !== 'radar-phone' && at.name !== 'radar-sms-challenge') return ask(state)
      const { verificationId, phoneNumber } = event
      const { pendingToken, userId } = at
      const verification = { verificationId, phoneNumber }
      return ask(moveTo(state, { name: 'radar-sms-challenge', pendingToken, userId, verification }))
    }
    case 'invitation-found': {
      const { token, organizationId } = event
      const email = state.email || event.email
      return ask({ ...state, email, invitation: { token, organizationId } })
    }
  }
}
