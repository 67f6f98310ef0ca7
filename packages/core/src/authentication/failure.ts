/** WorkOS's codes that end an attempt: none of them names a next step. */
const documentedFailures = [
  'access_denied',
  'authentication_method_not_allowed',
  'code_challenge_not_found',
  'email_password_auth_disabled',
  'expired_token',
  'extra_attributes_required',
  'invalid_client',
  'invalid_connection',
  'invalid_credentials',
  'invalid_grant',
  'invalid_link_authorization_code',
  'invalid_one_time_code',
  'invalid_organization_id',
  'invalid_pending_authentication_token',
  'invalid_profile',
  'invalid_request',
  'invalid_request_parameters',
  'invitation_cannot_be_used_for_email',
  'invitation_invalid',
  'one_time_code_expired',
  'one_time_code_previously_used',
  'one_time_code_too_many_attempts',
  'organization_membership_not_found',
  'organization_not_found',
  'phone_number_required',
  'pkce_not_supported',
  'sign_up_not_allowed',
  'token_too_big',
  'unauthorized_client',
  'user_mismatch',
  'verification_id_required',
] as const

type DocumentedFailure = (typeof documentedFailures)[number]

/** Why a grant was refused. */
export type AuthenticationFailureCode =
  | DocumentedFailure
  /** 401: WorkOS does not accept this product's API key. */
  | 'unauthorized'
  /** 404: something that the grant names does not exist. */
  | 'not_found'
  /** The answer is not in a documented shape. */
  | 'api_response_invalid'
  /** A code that this version does not know; `rawCode` has it. */
  | 'unknown'

/** WorkOS refused the grant, for good: the same input will be refused again. */
export interface AuthenticationFailed {
  readonly status: 'failed'
  readonly code: AuthenticationFailureCode
  /** WorkOS's own code as it came, e.g. `invalid_grant`, or `http_404` where it gave none. */
  readonly rawCode: string
  readonly requestId: string | undefined
}

/** A refusal without a next step, its code recognised where it is known. */
export function failureOf(refusal: {
  status: number
  rawCode: string
  requestId: string | undefined
}): AuthenticationFailed {
  const { status, rawCode, requestId } = refusal
  return { status: 'failed', code: codeOf(status, rawCode), rawCode: plainCode(rawCode), requestId }
}

function codeOf(status: number, rawCode: string): AuthenticationFailureCode {
  const documented = documentedFailures.find((code) => code === rawCode)
  if (documented) return documented
  if (status === 401) return 'unauthorized'
  return status === 404 ? 'not_found' : 'unknown'
}

/** A code is a name. Whatever else stands in its place might be a secret, and is not repeated. */
export function plainCode(rawCode: string): string {
  return /^[\w.-]{1,64}$/.test(rawCode) ? rawCode : 'unreadable'
}
