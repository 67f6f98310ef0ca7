/** Codes of the kit's own refusals; stable. */
export type ProblemCode =
  | 'unauthenticated'
  | 'reauthentication_required'
  | 'forbidden'
  | 'session_unavailable'
  | 'method_not_allowed'
  | 'cross_origin'
  | 'not_found'
  | 'callback_failed'
  | 'app_state_invalid'
  | 'clock_skew'
  | 'session_too_large'
  | 'sign_in_refused'
  | 'sign_in_failed'

const statuses = {
  unauthenticated: 401,
  reauthentication_required: 401,
  forbidden: 403,
  session_unavailable: 503,
  method_not_allowed: 405,
  cross_origin: 403,
  not_found: 404,
  callback_failed: 400,
  app_state_invalid: 400,
  clock_skew: 500,
  session_too_large: 500,
  sign_in_refused: 403,
  sign_in_failed: 500,
} as const satisfies Record<ProblemCode, number>

/** A refusal, told in the form that the asker can use. */
export interface Problem {
  readonly code: ProblemCode
  /** One sentence for a person. */
  readonly message: string
  /** Seconds after which to try again. */
  readonly retryAfter?: number
  /** Seconds since the last proof of identity at most, where an older one is not enough. */
  readonly maxAge?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The status that goes with a problem. */
export function statusOf({ code }: Pick<Problem, 'code'>): number {
  return statuses[code]
}

/** Headers of every refusal: never cached, and with the wait where there is one. */
export function problemHeaders(problem: Problem): Record<string, string> {
  const { retryAfter, headers } = problem
  return {
    'cache-control': 'private, no-store',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(statusOf(problem) === 401 && { 'www-authenticate': challengeOf(problem) }),
    ...headers,
  }
}

/** What would be accepted; an old proof is told in the words of RFC 9470, section 3. */
function challengeOf({ maxAge }: Problem): string {
  const session = 'Session realm="latchkey"'
  return maxAge === undefined
    ? session
    : `${session}, error="insufficient_user_authentication", max_age=${maxAge}`
}

/** A refusal for programs: `{ "error": { "code", "message" } }`. */
export function problemJson(problem: Problem): Response {
  const { code, message } = problem
  return Response.json(
    { error: { code, message } },
    { status: statusOf(problem), headers: problemHeaders(problem) },
  )
}

/**
 * A refusal for a Server Action. Next's client throws an error whose message is the body of a plain
 * text refusal; the code stands at its end, where `authErrorCode` reads it.
 */
export function problemText(problem: Problem): Response {
  const { code, message } = problem
  return new Response(`${message} (${code})`, {
    status: statusOf(problem),
    headers: { ...problemHeaders(problem), 'content-type': 'text/plain' },
  })
}

/** The code at the end of a message that {@link problemText} made. */
export function codeInText(message: string): ProblemCode | undefined {
  const [, code = ''] = /\((\w+)\)$/.exec(message) ?? []
  return isProblemCode(code) ? code : undefined
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(statuses, code)
}
