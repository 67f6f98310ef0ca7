import type { SignInRequest } from '../../authorization/signIn.ts'
import type { Authenticated, AuthenticationOutcome } from '../outcome.ts'
import type { FlowProblem } from './flowProblem.ts'
import type { FlowState } from './flowState.ts'
import type { ReadSubmission } from './flowSubmission.ts'

/** A grant that a flow wants redeemed. */
export type FlowGrant =
  | {
      readonly kind: 'password'
      readonly email: string
      readonly password: string
      readonly invitationToken: string | undefined
      readonly radarAuthAttemptId?: string | undefined
    }
  | {
      readonly kind: 'magic-code'
      readonly email: string
      readonly code: string
      readonly invitationToken: string | undefined
      readonly radarAuthAttemptId: string | undefined
    }
  | { readonly kind: 'email-verification'; readonly code: string; readonly pendingToken: string }
  | {
      readonly kind: 'totp'
      readonly code: string
      readonly pendingToken: string
      readonly challengeId: string
    }
  | {
      readonly kind: 'organization-selection'
      readonly organizationId: string
      readonly pendingToken: string
    }
  | {
      readonly kind: 'radar-email'
      readonly code: string
      readonly pendingToken: string
      readonly radarChallengeId: string
    }
  | {
      readonly kind: 'radar-sms'
      readonly code: string
      readonly pendingToken: string
      readonly verification: { verificationId: string; phoneNumber: string } | undefined
    }

/** An effect that a flow wants, as data. Each is answered by one event. */
export type FlowCommand =
  | { readonly type: 'authenticate'; readonly grant: FlowGrant }
  | {
      readonly type: 'send-magic-code'
      readonly email: string
      readonly invitationToken: string | undefined
    }
  | {
      readonly type: 'create-user'
      readonly email: string
      readonly firstName: string | undefined
      readonly lastName: string | undefined
      readonly password: string | undefined
    }
  | { readonly type: 'send-password-reset'; readonly email: string }
  | {
      readonly type: 'confirm-password-reset'
      readonly token: string
      readonly password: string
    }
  | {
      readonly type: 'send-email-verification'
      /** Whose address it is, or the verification that says so. */
      readonly of: { readonly userId: string } | { readonly emailVerificationId: string }
    }
  | { readonly type: 'enroll-factor'; readonly userId: string; readonly email: string }
  | {
      readonly type: 'challenge-factor'
      readonly factorId: string
      /** To be redeemed with the new challenge at once. */
      readonly code: string | undefined
    }
  | {
      readonly type: 'send-radar-sms'
      readonly userId: string
      readonly pendingToken: string
      readonly phoneNumber: string
    }
  | { readonly type: 'find-invitation'; readonly token: string }

/** What moves a flow: a form, or the answer to an effect. */
export type FlowEvent =
  | { readonly type: 'submitted'; readonly submission: ReadSubmission }
  | { readonly type: 'outcome'; readonly outcome: AuthenticationOutcome }
  | { readonly type: 'magic-code-sent'; readonly radarAuthAttemptId: string | undefined }
  | {
      readonly type: 'user-created'
      readonly password: string | undefined
      readonly radarAuthAttemptId: string | undefined
    }
  | { readonly type: 'password-reset-sent' }
  | { readonly type: 'password-changed'; readonly email: string; readonly password: string }
  | { readonly type: 'email-verification-sent' }
  | {
      readonly type: 'factor-enrolled'
      readonly factorId: string
      readonly challengeId: string
      readonly totp: { readonly secret: string; readonly uri: string }
      readonly qrCode: string
    }
  | {
      readonly type: 'factor-challenged'
      readonly challengeId: string
      readonly code: string | undefined
    }
  | {
      readonly type: 'radar-sms-sent'
      readonly verificationId: string
      readonly phoneNumber: string
    }
  | {
      readonly type: 'invitation-found'
      readonly token: string
      readonly email: string
      readonly organizationId: string | null
    }
  | { readonly type: 'refused'; readonly problem: FlowProblem }

/** Where a flow sends the browser, and why its own forms do not do. */
export interface HandOver {
  readonly reason: 'sso' | 'provider' | 'hosted-step'
  readonly signIn: SignInRequest
}

/** What a flow decides: ask the person, have an effect carried out, or end. */
export type FlowDecision =
  | {
      readonly type: 'ask'
      readonly state: FlowState
      readonly problem?: FlowProblem | undefined
      readonly qrCode?: string | undefined
    }
  | { readonly type: 'run'; readonly state: FlowState; readonly command: FlowCommand }
  | { readonly type: 'hand-over'; readonly handOver: HandOver }
  | { readonly type: 'signed-in'; readonly state: FlowState; readonly authenticated: Authenticated }

/** Shows the step where the flow stands. */
export function ask(
  state: FlowState,
  problem?: FlowProblem,
): Extract<FlowDecision, { type: 'ask' }> {
  return { type: 'ask', state, problem }
}

/** Has an effect carried out. */
export function run(state: FlowState, command: FlowCommand): FlowDecision {
  return { type: 'run', state, command }
}

/** Redeems a grant. */
export function authenticate(grant: FlowGrant): FlowCommand {
  return { type: 'authenticate', grant }
}

/** Redeems a password, with the invitation that the flow began with. */
export function authenticateByPassword(
  { email, invitation }: FlowState,
  password: string,
  radarAuthAttemptId?: string,
): FlowCommand {
  const invitationToken = invitation?.token
  return authenticate({ kind: 'password', email, password, invitationToken, radarAuthAttemptId })
}

/** Sends a Magic Auth mail. */
export function sendMagicCode({ email, invitation }: FlowState): FlowCommand {
  return { type: 'send-magic-code', email, invitationToken: invitation?.token }
}
