/** Codes of the kit's own refusals; stable. */
export type ProblemCode =
  | 'unauthenticated'
  | 'session_unavailable'
  | 'method_not_allowed'
  | 'cross_origin'
  | 'not_found'
  | 'callback_failed'
  | 'clock_skew'
  | 'sign_in_refused'
  | 'sign_in_failed'

const statuses = {
  unauthenticated: 401,
  session_unavailable: 503,
  method_not_allowed: 405,
  cross_origin: 403,
  not_found: 404,
  callback_failed: 400,
  clock_skew: 500,
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
  readonly headers?: Readonly<Record<string, string>>
}

/** The status that goes with a problem. */
export function statusOf({ code }: Pick<Problem, 'code'>): number {
  return statuses[code]
}

/** Headers of every refusal: never cached, and with the wait where there is one. */
export function problemHeaders({ code, retryAfter, headers }: Problem): Record<string, string> {
  return {
    'cache-control': 'private, no-store',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(code === 'unauthenticated' && { 'www-authenticate': 'Session realm="latchkey"' }),
    ...headers,
  }
}

/** A refusal for programs: `{ "error": { "code", "message" } }`. */
export function problemJson(problem: Problem): Response {
  const { code, message } = problem
  return Response.json(
    { error: { code, message } },
    { status: statusOf(problem), headers: problemHeaders(problem) },
  )
}
