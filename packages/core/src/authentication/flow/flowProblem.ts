import type { AuthenticationFailed, AuthenticationFailureCode } from '../failure.ts'

/** Why a submission did not lead on. */
export type FlowProblemCode =
  /** The form sent something that is no submission; `fields` says where. */
  | 'submission_invalid'
  /** This step does not take it. */
  | 'submission_unexpected'
  | 'email_invalid'
  /** Email address and password do not belong together. */
  | 'credentials_invalid'
  | 'code_invalid'
  | 'code_expired'
  | 'code_used'
  | 'code_attempts_exceeded'
  | 'password_too_weak'
  /** The organization, or the environment, wants another method. */
  | 'method_not_allowed'
  | 'sign_up_not_allowed'
  /** No user can be made with this, e.g. because the address is taken. */
  | 'sign_up_refused'
  | 'invitation_invalid'
  | 'organization_invalid'
  /** The link of the mail is used or over. */
  | 'reset_link_invalid'
  /** It took too long: prove the first factor again. */
  | 'sign_in_over'
  /** The flow itself is over, or not of this product: start again. */
  | 'flow_unreadable'
  /** The identity provider sent nobody back; `rawCode` says why. */
  | 'callback_failed'
  /** WorkOS said no; `rawCode` has its word for it. */
  | 'refused'
  /** WorkOS cannot answer now; the same submission may work later. */
  | 'unavailable'

/** Why a submission did not lead on. */
export interface FlowProblem {
  readonly code: FlowProblemCode
  /** WorkOS's own code, where it gave one. */
  readonly rawCode?: string | undefined
  /** Seconds to wait, where WorkOS said so. */
  readonly retryAfter?: number | undefined
  /** Fields of the submission that are wrong. */
  readonly fields?: readonly string[] | undefined
}

const problems: Partial<Record<AuthenticationFailureCode, FlowProblemCode>> = {
  invalid_credentials: 'credentials_invalid',
  invalid_one_time_code: 'code_invalid',
  one_time_code_expired: 'code_expired',
  one_time_code_previously_used: 'code_used',
  one_time_code_too_many_attempts: 'code_attempts_exceeded',
  invalid_pending_authentication_token: 'sign_in_over',
  authentication_method_not_allowed: 'method_not_allowed',
  email_password_auth_disabled: 'method_not_allowed',
  sign_up_not_allowed: 'sign_up_not_allowed',
  invitation_invalid: 'invitation_invalid',
  invitation_cannot_be_used_for_email: 'invitation_invalid',
  invalid_organization_id: 'organization_invalid',
  organization_not_found: 'organization_invalid',
  organization_membership_not_found: 'organization_invalid',
}

/** What a refused grant means to whoever filled in the form. */
export function problemOf({ code, rawCode }: AuthenticationFailed): FlowProblem {
  return { code: problems[code] ?? 'refused', rawCode }
}
