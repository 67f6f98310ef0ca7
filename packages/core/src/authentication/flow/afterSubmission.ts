import {
  ask,
  authenticate,
  authenticateByPassword,
  type FlowCommand,
  type FlowDecision,
  run,
  sendMagicCode,
} from './flowDecision.ts'
import { type FlowState, moveTo, type Position, type PositionAt } from './flowState.ts'
import type { ReadSubmission, SubmissionOf } from './flowSubmission.ts'
import { handOverTo } from './handOver.ts'

/** What a form leads to at the place where the flow stands. */
export function afterSubmission(state: FlowState, submission: ReadSubmission): FlowDecision {
  const { at } = state
  if (submission.type === 'back' && state.email !== '') {
    return ask(moveTo(state, { name: 'credential' }))
  }
  return taken(state, at, submission) ?? ask(state, { code: 'submission_unexpected' })
}

/** `undefined` where the place does not take the submission. */
function taken(
  state: FlowState,
  at: Position,
  submission: ReadSubmission,
): FlowDecision | undefined {
  switch (at.name) {
    case 'credential':
      return atCredential(state, submission)
    case 'sso':
      return submission.type === 'connection' ? connection(state, submission) : undefined
    case 'magic-code':
    case 'email-verification':
    case 'radar-email-challenge':
    case 'radar-sms-challenge':
      return atCode(state, at, submission)
    case 'mfa-enrollment':
    case 'mfa-challenge':
      return atFactor(state, at, submission)
    case 'organization-selection':
      return submission.type === 'organization' ? organization(state, at, submission) : undefined
    case 'radar-phone':
      if (submission.type !== 'phone') return undefined
      return run(state, {
        type: 'send-radar-sms',
        userId: at.userId,
        pendingToken: at.pendingToken,
        phoneNumber: submission.phoneNumber,
      })
    case 'password-reset-sent':
      if (submission.type !== 'resend') return undefined
      return run(state, { type: 'send-password-reset', email: state.email })
    case 'new-password':
      if (submission.type !== 'new-password') return undefined
      return run(state, {
        type: 'confirm-password-reset',
        token: at.token,
        password: submission.password,
      })
  }
}

function atCredential(state: FlowState, submission: ReadSubmission): FlowDecision | undefined {
  switch (submission.type) {
    case 'password':
      return allowed(state, 'password', () =>
        run(state, authenticateByPassword(state, submission.password)),
      )
    case 'send-magic-code':
      return allowed(state, 'magic-code', () => run(state, sendMagicCode(state)))
    case 'provider':
      return allowed(state, submission.provider, () =>
        handOverTo(state, { provider: submission.provider }, 'provider'),
      )
    case 'forgot-password':
      return allowed(state, 'password', () =>
        run(state, { type: 'send-password-reset', email: state.email }),
      )
    case 'sign-up':
      return signUp(state, submission)
    case 'connection':
      return connection(state, submission)
    default:
      return undefined
  }
}

function allowed(
  state: FlowState,
  method: FlowState['methods'][number],
  decide: () => FlowDecision,
): FlowDecision {
  return state.methods.includes(method) ? decide() : ask(state, { code: 'method_not_allowed' })
}

function signUp(state: FlowState, submission: SubmissionOf<'sign-up'>): FlowDecision {
  if (!state.signUp && !state.invitation) return ask(state, { code: 'sign_up_not_allowed' })
  const { firstName, lastName, password } = submission
  const method = password === undefined ? 'magic-code' : 'password'
  return allowed(state, method, () =>
    run(state, { type: 'create-user', email: state.email, firstName, lastName, password }),
  )
}

function connection(state: FlowState, { connectionId }: SubmissionOf<'connection'>): FlowDecision {
  return state.connectionIds.includes(connectionId)
    ? handOverTo(state, { connectionId }, 'sso')
    : ask(state, { code: 'method_not_allowed' })
}

function organization(
  state: FlowState,
  { organizations, pendingToken }: PositionAt<'organization-selection'>,
  { organizationId }: SubmissionOf<'organization'>,
): FlowDecision {
  if (!organizations.some(({ id }) => id === organizationId)) {
    return ask(state, { code: 'organization_invalid' })
  }
  return run(
    { ...state, organizationId },
    authenticate({ kind: 'organization-selection', organizationId, pendingToken }),
  )
}

type CodePosition = PositionAt<
  'magic-code' | 'email-verification' | 'radar-email-challenge' | 'radar-sms-challenge'
>

function atCode(
  state: FlowState,
  at: CodePosition,
  submission: ReadSubmission,
): FlowDecision | undefined {
  if (submission.type === 'resend') return resend(state, at)
  if (submission.type !== 'code') return undefined
  const { code } = submission
  switch (at.name) {
    case 'magic-code': {
      const { email, invitation } = state
      const { radarAuthAttemptId } = at
      const invitationToken = invitation?.token
      return run(
        state,
        authenticate({ kind: 'magic-code', email, code, invitationToken, radarAuthAttemptId }),
      )
    }
    case 'email-verification': {
      const { pendingToken } = at
      return run(state, authenticate({ kind: 'email-verification', code, pendingToken }))
    }
    case 'radar-email-challenge': {
      const { pendingToken, radarChallengeId } = at
      return run(state, authenticate({ kind: 'radar-email', code, pendingToken, radarChallengeId }))
    }
    case 'radar-sms-challenge': {
      const { pendingToken, verification } = at
      return run(state, authenticate({ kind: 'radar-sms', code, pendingToken, verification }))
    }
  }
}

function resend(state: FlowState, at: CodePosition): FlowDecision | undefined {
  switch (at.name) {
    case 'magic-code':
      return run(state, sendMagicCode(state))
    case 'email-verification': {
      const { userId, emailVerificationId } = at
      if (userId !== undefined) return run(state, resendVerification({ userId }))
      if (emailVerificationId === undefined) return undefined
      return run(state, resendVerification({ emailVerificationId }))
    }
    case 'radar-email-challenge':
      return undefined
    case 'radar-sms-challenge': {
      const { userId, pendingToken, verification } = at
      if (userId === undefined || !verification) return undefined
      const { phoneNumber } = verification
      return run(state, { type: 'send-radar-sms', userId, pendingToken, phoneNumber })
    }
  }
}

function resendVerification(
  of: Extract<FlowCommand, { type: 'send-email-verification' }>['of'],
): FlowCommand {
  return { type: 'send-email-verification', of }
}

function atFactor(
  state: FlowState,
  at: PositionAt<'mfa-enrollment' | 'mfa-challenge'>,
  submission: ReadSubmission,
): FlowDecision | undefined {
  const { factorId, challengeId, pendingToken } = at
  if (submission.type === 'code' && factorId !== undefined) {
    const { code } = submission
    return challengeId === undefined
      ? run(state, { type: 'challenge-factor', factorId, code })
      : run(state, authenticate({ kind: 'totp', code, pendingToken, challengeId }))
  }
  if (at.name === 'mfa-enrollment') {
    if (submission.type !== 'resend') return undefined
    return run(state, { type: 'enroll-factor', userId: at.userId, email: state.email })
  }
  if (submission.type === 'resend') {
    return run(state, { type: 'challenge-factor', factorId: at.factorId, code: undefined })
  }
  if (submission.type !== 'factor') return undefined
  const chosen = at.factors.find(({ id }) => id === submission.factorId)
  if (!chosen) return undefined
  return run(moveTo(state, { ...at, factorId: chosen.id, challengeId: undefined }), {
    type: 'challenge-factor',
    factorId: chosen.id,
    code: undefined,
  })
}
