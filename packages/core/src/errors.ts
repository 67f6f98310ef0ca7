/** Every code that an error of this kit can carry; stable, safe to match on and to show. */
export type LatchkeyErrorCode =
  | 'configuration_invalid'
  | 'input_invalid'
  | 'api_rejected'
  | 'api_unavailable'
  | 'api_response_invalid'
  | 'payload_invalid'
  | 'session_too_large'
  | 'signature_invalid'

/** What an error is made of. `message` says what happened, `fix` what to do about it. */
export interface LatchkeyErrorDetails {
  message: string
  fix: string
  cause?: unknown
}

/**
 * Base of every error this kit throws. Messages, fixes and causes never contain tokens, codes,
 * passwords or seals.
 *
 * @example
 * ```ts
 * import { LatchkeyError } from '@latchkey/core'
 *
 * function explain(error: unknown): string {
 *   return error instanceof LatchkeyError ? `${error.code}: ${error.fix}` : 'unexpected'
 * }
 * ```
 */
export class LatchkeyError extends Error {
  override readonly name: string = 'LatchkeyError'
  readonly code: LatchkeyErrorCode
  readonly fix: string

  constructor(code: LatchkeyErrorCode, { message, fix, cause }: LatchkeyErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.fix = fix
  }
}

/** One setting that is missing or wrong. */
export interface ConfigurationProblem {
  /** The environment variable, or the option when it was passed in code. */
  setting: string
  problem: string
  fix: string
}

/** The configuration is incomplete or wrong; names every problem at once. */
export class ConfigurationError extends LatchkeyError {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly ConfigurationProblem[]

  constructor(problems: readonly ConfigurationProblem[]) {
    const lines = problems.map(
      ({ setting, problem, fix }) => `  - ${setting} ${problem}. Fix: ${fix}`,
    )
    super('configuration_invalid', {
      message: `Latchkey is not configured:\n${lines.join('\n')}`,
      fix: 'Set the variables named in the message and start again.',
    })
    this.problems = problems
  }
}

/** Arguments that can never work, found before anything was sent. */
export class InputError extends LatchkeyError {
  override readonly name = 'InputError'
  constructor(details: LatchkeyErrorDetails) {
    super('input_invalid', details)
  }
}

/** WorkOS understood the request and refused it (a 4xx other than 408 and 429). */
export class ApiRejectedError extends LatchkeyError {
  override readonly name = 'ApiRejectedError'
  readonly status: number
  /** WorkOS's own code, e.g. `invalid_grant`, or `http_404` where the answer carries none. */
  readonly apiCode: string
  /** Quote this to WorkOS support. */
  readonly requestId: string | undefined

  constructor(
    refusal: { status: number; apiCode: string; requestId: string | undefined },
    details: LatchkeyErrorDetails,
  ) {
    super('api_rejected', details)
    this.status = refusal.status
    this.apiCode = refusal.apiCode
    this.requestId = refusal.requestId
  }
}

/** WorkOS did not answer, or not now (network, timeout, 408, 429, 5xx). Trying again may help. */
export class ApiUnavailableError extends LatchkeyError {
  override readonly name = 'ApiUnavailableError'
  /** Seconds to wait, where WorkOS said so. */
  readonly retryAfter: number | undefined
  readonly requestId: string | undefined

  constructor(
    outage: { retryAfter?: number | undefined; requestId?: string | undefined },
    details: LatchkeyErrorDetails,
  ) {
    super('api_unavailable', details)
    this.retryAfter = outage.retryAfter
    this.requestId = outage.requestId
  }
}

/** WorkOS answered in a shape that the contract does not know; `path` says where. */
export class ApiResponseError extends LatchkeyError {
  override readonly name = 'ApiResponseError'
  /** The field that is missing or wrong, e.g. `user.email`. */
  readonly path: string
  readonly requestId: string | undefined

  constructor(
    place: { path: string; requestId: string | undefined },
    details: LatchkeyErrorDetails,
  ) {
    super('api_response_invalid', details)
    this.path = place.path
    this.requestId = place.requestId
  }
}

/** The sealed session does not fit into the cookies a browser and its proxies accept. */
export class SessionTooLargeError extends LatchkeyError {
  override readonly name = 'SessionTooLargeError'
  /** Size of the sealed session in bytes. */
  readonly bytes: number

  constructor({ bytes, limit }: { bytes: number; limit: number }) {
    super('session_too_large', {
      message: `The sealed session is ${bytes} bytes; cookies hold ${limit} at most.`,
      fix: 'Make the access token smaller: fewer claims in the JWT template, fewer permissions in one role, or fewer feature flags.',
    })
    this.bytes = bytes
  }
}

/** What is wrong with a signature. */
export type SignatureProblem =
  /** The request carries no `WorkOS-Signature` header. */
  | 'missing'
  /** The header is not `t=<milliseconds>, v1=<hex>`. */
  | 'malformed'
  /** Signed too long ago, or in the future: a replay, or a clock that is wrong. */
  | 'outside-tolerance'
  /** Another secret, or other bytes than those that were signed. */
  | 'mismatch'

/** A webhook or an Action that WorkOS did not sign, or not now. Nothing of it may be believed. */
export class SignatureError extends LatchkeyError {
  override readonly name = 'SignatureError'
  readonly problem: SignatureProblem

  constructor(problem: SignatureProblem, details: LatchkeyErrorDetails) {
    super('signature_invalid', details)
    this.problem = problem
  }
}

/** WorkOS signed this webhook or Action, but the contract does not know its shape. */
export class PayloadError extends LatchkeyError {
  override readonly name = 'PayloadError'
  /** The field that is missing or wrong, e.g. `data.email`. */
  readonly path: string

  constructor(path: string, details: LatchkeyErrorDetails) {
    super('payload_invalid', details)
    this.path = path
  }
}
