import { ApiRejectedError, ApiUnavailableError, LatchkeyError } from '../../errors.ts'
import { plainCode } from '../failure.ts'
import type { BoundGrants } from '../grants/boundGrants.ts'
import type { Visitor } from '../visitor.ts'
import type { FlowApi } from './api.ts'
import type { FlowCommand, FlowEvent } from './flowDecision.ts'
import type { FlowProblem } from './flowProblem.ts'
import { redeem } from './redeem.ts'

/** A mail that the product sends itself, where WorkOS is told not to. */
export type FlowMail =
  | {
      readonly kind: 'magic-code'
      readonly email: string
      /** The code to type in. */
      readonly code: string
      /** ISO 8601. */
      readonly expiresAt: string
    }
  | {
      readonly kind: 'password-reset'
      readonly email: string
      /** For a link to a page of the product's own, which starts a flow with it. */
      readonly token: string
      /** The link to WorkOS's own page, or to the one configured there. */
      readonly url: string
      /** ISO 8601. */
      readonly expiresAt: string
    }

/** Everything that a flow may do to the world. */
export interface FlowEffects {
  readonly grants: BoundGrants
  readonly api: FlowApi
  readonly visitor: Visitor
  /** The product's name in authenticator applications. */
  readonly totpIssuer: string | undefined
  readonly deliver: ((mail: FlowMail) => Promise<void>) | undefined
}

/** Carries a command out and says what came of it. */
export async function perform(effects: FlowEffects, command: FlowCommand): Promise<FlowEvent> {
  try {
    return await carryOut(effects, command)
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    return afterError(command, error)
  }
}

async function carryOut(effects: FlowEffects, command: FlowCommand): Promise<FlowEvent> {
  const { api, visitor, deliver } = effects
  switch (command.type) {
    case 'authenticate':
      return { type: 'outcome', outcome: await redeem(effects, command.grant) }
    case 'send-magic-code': {
      const { email, invitationToken } = command
      const sent = await api.createMagicAuth({
        email,
        ...(invitationToken !== undefined && { invitationToken }),
        ...addressOf(visitor),
      })
      const { code, expiresAt } = sent
      await deliver?.({ kind: 'magic-code', email: sent.email, code, expiresAt })
      return { type: 'magic-code-sent', radarAuthAttemptId: sent.radarAuthAttemptId }
    }
    case 'create-user': {
      const { email, firstName, lastName, password } = command
      const { radarAuthAttemptId } = await api.createUser({
        email,
        firstName,
        lastName,
        ...(password !== undefined && { password }),
        ...addressOf(visitor),
      })
      return { type: 'user-created', password, radarAuthAttemptId }
    }
    case 'send-password-reset': {
      const sent = await api.createPasswordReset({ email: command.email })
      await deliver?.({
        kind: 'password-reset',
        email: sent.email,
        token: sent.passwordResetToken,
        url: sent.passwordResetUrl,
        expiresAt: sent.expiresAt,
      })
      return { type: 'password-reset-sent' }
    }
    case 'confirm-password-reset': {
      const { token, password } = command
      const { user } = await api.confirmPasswordReset({ token, newPassword: password })
      return { type: 'password-changed', email: user.email, password }
    }
    case 'send-email-verification': {
      const { of } = command
      const { userId } =
        'userId' in of ? of : await api.getEmailVerification({ id: of.emailVerificationId })
      await api.sendEmailVerification({ userId })
      return { type: 'email-verification-sent' }
    }
    case 'enroll-factor': {
      const { authenticationFactor, authenticationChallenge } = await api.enrollFactor({
        userId: command.userId,
        totpIssuer: effects.totpIssuer,
        totpUser: command.email,
      })
      const { id: factorId, totp } = authenticationFactor
      if (!totp) return refused({ code: 'refused', rawCode: 'totp_missing' })
      return {
        type: 'factor-enrolled',
        factorId,
        challengeId: authenticationChallenge.id,
        totp: { secret: totp.secret, uri: totp.uri },
        qrCode: totp.qrCode,
      }
    }
    case 'challenge-factor': {
      const { id } = await api.challengeFactor({ id: command.factorId })
      return { type: 'factor-challenged', challengeId: id, code: command.code }
    }
    case 'send-radar-sms': {
      const { userId, pendingToken, phoneNumber } = command
      const sent = await api.sendRadarSms({
        userId,
        pendingAuthenticationToken: pendingToken,
        phoneNumber,
        ...addressOf(visitor),
      })
      return { type: 'radar-sms-sent', ...sent }
    }
    case 'find-invitation': {
      const { token } = command
      const { state, email, organizationId } = await api.getInvitationByToken({ token })
      return state === 'pending'
        ? { type: 'invitation-found', token, email, organizationId }
        : { type: 'refused', problem: { code: 'invitation_invalid' } }
    }
  }
}

function addressOf({ ipAddress, userAgent }: Visitor) {
  return { ipAddress, userAgent }
}

function afterError(command: FlowCommand, error: LatchkeyError): FlowEvent {
  if (error instanceof ApiUnavailableError) {
    return refused({ code: 'unavailable', retryAfter: error.retryAfter })
  }
  const rejected = error instanceof ApiRejectedError ? error : undefined
  const rawCode = plainCode(rejected?.apiCode ?? error.code)
  // Whether an address is known is nobody's business; whether the API key is good, is.
  if (command.type === 'send-password-reset' && rejected && rejected.status !== 401) {
    return { type: 'password-reset-sent' }
  }
  if (rawCode === 'password_strength_error') return refused({ code: 'password_too_weak', rawCode })
  const codes: Partial<Record<FlowCommand['type'], FlowProblem['code']>> = {
    'create-user': 'sign_up_refused',
    'confirm-password-reset': 'reset_link_invalid',
    'find-invitation': 'invitation_invalid',
  }
  return refused({ code: codes[command.type] ?? 'refused', rawCode })
}

function refused(problem: FlowProblem): FlowEvent {
  return { type: 'refused', problem }
}
